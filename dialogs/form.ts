import type { Frame, IntentCard } from '../bot/index.ts';
import { advise, alarm } from './alarm.ts';
import { ask, type Manner } from './ask.ts';
import { slotCard } from './content.ts';
import { followPath, raised } from './follow-path.ts';
import { adviseOn, answered } from './guide.ts';
import { settleLift } from './lift.ts';
import {
  callPerson,
  countIn,
  listIn,
  type Moment,
  noting,
  swap,
  textIn,
  topOf,
  words,
} from './moment.ts';
import { nextSlot, withImplied } from './next-slot.ts';
import { offer } from './place.ts';
import { fallSilent } from './quiet.ts';
import { LEASE } from './read-proof.ts';
import { register } from './register.ts';
import { speaker } from './who-speaks.ts';

/** Goes on with the form that has the floor: the next question, or the receipt when nothing is missing. */
export const advance = (moment: Moment, manner: Manner = {}): Moment => {
  const warned = raised(moment);
  if (warned !== undefined) return advance(warned, { before: words(moment, 'danger_person') });
  const { moment: led, said, silent } = followPath(reroute(moment));
  const frame = topOf(led);
  const card = led.tools.catalogue.get(frame?.intent ?? '');
  if (frame === undefined || card === undefined) return led;
  if (silent) return fallSilent(led, frame, said);
  const filled = { ...frame, slots: withImplied(led, card, frame.slots) };
  const told = saying(manner, said);
  return answered(led, filled) ?? goOn(adviseOn(swap(led, filled), filled), card, told);
};

/** What an answer leads to is said in the same breath as what follows. */
const saying = (manner: Manner, said: readonly string[]): Manner => {
  const lines = [...(manner.before === undefined ? [] : [manner.before]), ...said];
  return lines.length === 0 ? manner : { ...manner, before: lines.join('\n') };
};

const goOn = (moment: Moment, card: IntentCard, manner: Manner): Moment => {
  const frame = topOf(moment);
  if (frame === undefined) return moment;
  const next = nextSlot(moment, card, frame.slots);
  return next === undefined || countIn(frame, 'turns') >= MOST_TURNS
    ? register(moment, frame, newsOnly(moment, manner.before))
    : askOn(moment, frame, next, manner);
};

/** "C'est noté" before a receipt says nothing new. */
const newsOnly = (moment: Moment, before: string | undefined): string | undefined =>
  before === words(moment, 'noted') ? undefined : before;

/** Papers that need a person call one as soon as it shows, not at the end of the form. */
const askOn = (moment: Moment, frame: Frame, slot: string, manner: Manner): Moment => {
  if (!needsPerson(moment, frame)) return askFor(moment, frame, slot, manner);
  const called = callPerson(moment, 'review', frame.intent);
  const before = [manner.before, words(moment, 'person_called_form')].flatMap((one) => one ?? []);
  return askFor(called, frame, slot, { ...manner, before: before.join('\n') });
};

const needsPerson = ({ tools, input, handoff }: Moment, { intent = '', slots }: Frame): boolean =>
  input.holder === 'bot' &&
  handoff === undefined &&
  tools.content.guidance.has(intent) &&
  tools.qualify({ intent, slots, now: input.now }).review;

/** After this many answers a request is registered with what is known: nobody is questioned without end. */
const MOST_TURNS = 7;

const askFor = (moment: Moment, frame: Frame, slot: string, manner: Manner): Moment => {
  const kind = slotCard(moment.tools.content, slot, frame.intent)?.kind;
  if (kind === 'lift') {
    const settled = settleLift(moment, frame);
    return topOf(settled)?.slots['lift_id'] === undefined ? settled : advance(settled, manner);
  }
  const ordered = noting(frame, { order: [...listIn(frame, 'order'), slot] });
  const text = kind === 'place' ? textIn(frame, 'place_text') : '';
  const offered = text === '' ? undefined : offer(moment, ordered, text);
  if (offered === undefined)
    return ask(moment, ordered, slot, { ...manner, ...shorter(moment, slot) });
  return withBefore(offered, manner.before);
};

/** Whose telephone is confirmed needs no birth date, if the lease has that number. */
const shorter = (moment: Moment, slot: string): Manner =>
  slot === LEASE && speaker(moment)?.confirmed !== undefined
    ? { instead: words(moment, 'identity_lease') }
    : {};

/** Says something in the same breath as the last reply. */
const withBefore = (moment: Moment, before: string | undefined): Moment => {
  const last = moment.replies.at(-1);
  if (before === undefined || last === undefined) return moment;
  const text = `${before}\n${last.text}`;
  return { ...moment, replies: [...moment.replies.slice(0, -1), { ...last, text }] };
};

/** The facts may make it another request: someone is in the lift, the damp is a leak. */
const reroute = (moment: Moment): Moment => {
  const frame = topOf(moment);
  if (frame?.intent === undefined) return moment;
  const { now } = moment.input;
  const { route, review } = moment.tools.qualify({ intent: frame.intent, slots: frame.slots, now });
  const card = route === undefined ? undefined : moment.tools.catalogue.get(route);
  if (card === undefined || card.id === frame.intent) return moment;
  const moved = swap(moment, { ...noting(frame, { review }), intent: card.id });
  return card.priority === 'P0' ? alarm(moved, card) : advise(moved, card);
};
