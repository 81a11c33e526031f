import type { Frame, Slots } from '../bot/index.ts';
import { ask } from './ask.ts';
import { slotCard } from './content.ts';
import { correctPlace } from './correct-place.ts';
import { heardPlainly } from './denied.ts';
import { firstOf } from './first-of.ts';
import { advance } from './form.ts';
import {
  aboutPlace,
  changedFacts,
  isCorrecting,
  isCorrection,
  saysOtherPlace,
  saysWrong,
} from './is-correction.ts';
import { knownPlace } from './known-place.ts';
import { answerIn } from './meaning.ts';
import { type Moment, noting, swap, tell, topOf, words } from './moment.ts';
import { correctedPlace, orWritten } from './place-answer.ts';
import { factSaid, readAnswer, worded } from './read-answer.ts';
import { factLine } from './receipt-facts.ts';
import { registered } from './registered.ts';

/** Takes a correction of something said earlier in the form. */
export const correctForm = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame === undefined) return undefined;
  return firstOf(moment, [
    (m) => earlierButton(m, frame),
    (m) => earlierPlace(m, frame),
    (m) => earlierFacts(m, frame),
    (m) => askWhat(m, frame),
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
  if (!saysOtherPlace(moment)) return undefined;
  const everywhere = placeOfAll(heardPlainly(moment), frame);
  if (everywhere !== undefined) return everywhere;
  const place = correctedPlace(heardPlainly(moment), address.said);
  return orWritten(moment, without(settled(frame), 'address'), place);
};

/** What was registered with the wrong address is put right together with the form. */
const placeOfAll = (moment: Moment, frame: Frame): Moment | undefined => {
  const said = frame.slots['address']?.said;
  if (!registered(moment).some(({ slots }) => slots['address']?.said === said)) return undefined;
  const next = correctPlace(moment, frame);
  if (next === undefined) return undefined;
  const slots = { ...frame.slots, ...knownPlace(next.state) };
  return advance(swap(next, { ...settled(frame), slots }));
};

const earlierFacts = (moment: Moment, frame: Frame): Moment | undefined => {
  if (!isCorrection(moment)) return undefined;
  const plain = heardPlainly(moment);
  const asked = slotCard(moment.tools.content, frame.asked ?? '', frame.intent);
  if (asked !== undefined && worded(plain, asked) !== undefined) return undefined;
  const facts = changedFacts(plain, frame);
  return Object.keys(facts).length === 0 ? undefined : corrected(moment, frame, facts);
};

/** Something is wrong, but what? One short question, and the form stands still. */
const askWhat = (moment: Moment, frame: Frame): Moment | undefined => {
  const open = frame.asked === 'address' || frame.asked === undefined || isCorrecting(moment);
  if (open || !saysWrong(moment) || answersAsked(moment, frame)) return undefined;
  if (aboutPlace(moment) && frame.slots['address'] !== undefined) return placeAgain(moment, frame);
  const waiting = swap(moment, noting(frame, { correcting: true }));
  return tell(waiting, words(moment, 'what_to_correct'), { ask: frame.asked ?? '' });
};

const answersAsked = (moment: Moment, { asked = '', intent }: Frame): boolean => {
  const card = slotCard(moment.tools.content, asked, intent);
  const said = card !== undefined && worded(moment, card) !== undefined;
  return said || factSaid(moment, asked) !== undefined || answerIn(moment) !== undefined;
};

const placeAgain = (moment: Moment, frame: Frame): Moment => {
  const { address } = frame.slots;
  const open = noting(without(frame, 'address'), { labels: [address?.said ?? ''], offered: [] });
  return ask(moment, open, 'address', { instead: words(moment, 'place_which') });
};

const corrected = (moment: Moment, frame: Frame, facts: Slots): Moment => {
  const next = swap(moment, { ...settled(frame), slots: { ...frame.slots, ...facts } });
  const what = Object.entries(facts).map(([slot, fact]) =>
    factLine(moment, slot, fact, frame.intent),
  );
  return advance(next, { before: words(moment, 'corrected_form', { what: what.join(' ') }) });
};

const settled = (frame: Frame): Frame => noting(frame, { correcting: false });

const without = (frame: Frame, slot: string): Frame => {
  const { [slot]: _, ...slots } = frame.slots;
  return { ...frame, slots };
};
