import type { Frame, Slots } from '../bot/index.ts';
import { slotCard } from './content.ts';
import { beginsWith } from './cue.ts';
import { firstOf } from './first-of.ts';
import { advance } from './form.ts';
import { gather } from './gather.ts';
import { means } from './meaning.ts';
import { type Moment, swap, topOf, words } from './moment.ts';
import { correctedPlace, orWritten } from './place-answer.ts';
import { readAnswer, worded } from './read-answer.ts';

/** Takes a correction of something said earlier in the form. */
export const correctForm = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame === undefined) return undefined;
  return firstOf(moment, [
    (m) => earlierButton(m, frame),
    (m) => earlierPlace(m, frame),
    (m) => earlierFacts(m, frame),
  ]);
};

/** A button of an earlier question changes that answer. */
const earlierButton = (moment: Moment, frame: Frame): Moment | undefined => {
  const [slot = ''] = moment.choice?.split('=') ?? [];
  if (slot === frame.asked || frame.slots[slot] === undefined) return undefined;
  const card = slotCard(moment.tools.content, slot, frame.intent);
  const value = card === undefined ? undefined : readAnswer(moment, card);
  return value === undefined ? undefined : corrected(moment, frame, { [slot]: value });
};

const earlierPlace = (moment: Moment, frame: Frame): Moment | undefined => {
  const { address } = frame.slots;
  if (frame.asked === 'address' || address === undefined) return undefined;
  return saysOtherPlace(moment)
    ? orWritten(moment, without(frame, 'address'), correctedPlace(moment, address.said))
    : undefined;
};

/** Whether somebody says that the place is another one. */
export const saysOtherPlace = (moment: Moment): boolean => {
  const { address, building, staircase } = moment.heard.slots;
  const told = address !== undefined || building !== undefined || staircase !== undefined;
  return told && isCorrection(moment);
};

/** Whether a text corrects something, by its first words or as a whole. */
export const isCorrection = (moment: Moment): boolean =>
  moment.choice === undefined && (means(moment, 'correct_info') || beginsWith(moment, 'rather'));

const earlierFacts = (moment: Moment, frame: Frame): Moment | undefined => {
  if (!isCorrection(moment)) return undefined;
  const asked = slotCard(moment.tools.content, frame.asked ?? '', frame.intent);
  if (asked !== undefined && worded(moment, asked) !== undefined) return undefined;
  const facts = changedFacts(moment, frame);
  return Object.keys(facts).length === 0 ? undefined : corrected(moment, frame, facts);
};

/** The facts of a message that differ from what was said before. */
export const changedFacts = (moment: Moment, frame: Frame): Slots => {
  const card = moment.tools.catalogue.get(frame.intent ?? '');
  const told = card === undefined ? {} : gather(moment, card);
  return Object.fromEntries(
    Object.entries(told).filter(([slot, { value }]) => {
      const before = frame.slots[slot];
      return before !== undefined && before.value !== value;
    }),
  );
};

const corrected = (moment: Moment, frame: Frame, facts: Slots): Moment => {
  const next = swap(moment, { ...frame, slots: { ...frame.slots, ...facts } });
  return advance(next, { before: words(moment, 'corrected_form') });
};

const without = (frame: Frame, slot: string): Frame => {
  const { [slot]: _, ...slots } = frame.slots;
  return { ...frame, slots };
};
