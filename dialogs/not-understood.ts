import type { Frame, Slots } from '../bot/index.ts';
import { hasAnswered } from './answer-proof.ts';
import { ask } from './ask.ts';
import { newFacts } from './by-the-way.ts';
import { slotCard } from './content.ts';
import { beginsWith } from './cue.ts';
import { movingOn } from './follow-path.ts';
import { advance } from './form.ts';
import { countIn, type Moment, noting, swap, topOf, words } from './moment.ts';
import { asWritten, UNKNOWN } from './read-answer.ts';
import { askedCard, take } from './take-answer.ts';

/** Makes the best of a message that does not answer the question: another fact, its own words, or the question once more. */
export const notUnderstood = (moment: Moment): Moment | undefined =>
  otherFact(moment) ?? written(moment) ?? missed(moment);

/** "3 mois", said of the rooms, is no room: what is nearly the whole message is that fact and no other. */
const otherFact = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame === undefined || provesWho(moment)) return undefined;
  const told = { ...newFacts(moment, frame), ...measureIn(moment, frame) };
  const whole = Object.values(told).some(({ said }) => said.length >= WHOLE * moment.text.length);
  return whole ? noteFacts(moment, frame, told) : undefined;
};

/** A time or a number that another open question of the form asks for. */
const measureIn = (moment: Moment, frame: Frame): Slots => {
  const { content, catalogue } = moment.tools;
  const open = catalogue.get(frame.intent ?? '')?.slots.required ?? [];
  const measured = open.filter(
    (slot) =>
      slot !== frame.asked &&
      frame.slots[slot] === undefined &&
      MEASURES.includes(slotCard(content, slot, frame.intent)?.kind ?? ''),
  );
  return Object.fromEntries(
    measured.flatMap((slot) => {
      const context = { language: moment.language, asked: slot };
      const said = moment.input.understand(moment.text, context).slots[slot];
      return said === undefined ? [] : [[slot, said] as const];
    }),
  );
};

const MEASURES: readonly string[] = ['when', 'number'];

const WHOLE = 0.6;

const written = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const card = askedCard(moment);
  const value = card === undefined ? undefined : asWritten(moment, card);
  if (frame === undefined || value === undefined || beginsWith(moment, 'question'))
    return undefined;
  return take(moment, frame, value);
};

/** A question is put in other words once; then the form goes on without the answer. */
export const missed = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined) return undefined;
  const proof = provesWho(moment);
  const told = proof ? {} : newFacts(moment, frame);
  if (Object.keys(told).length > 0) return noteFacts(moment, frame, told);
  const tries = countIn(frame, 'tries') + 1;
  const patient = tries < 2 && !isUrgent(moment, frame) && !(proof && hasAnswered(frame));
  if (patient) return ask(moment, noting(frame, { tries }), frame.asked, { again: true });
  const said = proof ? '' : moment.text;
  return take(moment, frame, { value: UNKNOWN, said }, movingOn(moment, 'passing_on'));
};

/** Half a birth date is no other fact, and is not kept. */
const provesWho = (moment: Moment): boolean => askedCard(moment)?.kind === 'proof';

/** Another fact than the one that was asked is kept, and the question stands. */
const noteFacts = (moment: Moment, frame: Frame, told: Slots): Moment => {
  const slots = { ...frame.slots, ...told };
  return advance(swap(moment, { ...frame, slots }), { before: words(moment, 'noted') });
};

const isUrgent = ({ tools }: Moment, { intent = '' }: Frame): boolean =>
  tools.catalogue.get(intent)?.priority === 'P0';
