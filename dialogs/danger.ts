import type { Dialog, IntentCard } from '../bot/index.ts';
import { alarm } from './alarm.ts';
import { gather } from './gather.ts';
import { hearAgain } from './hear.ts';
import { answerIn, requestsIn } from './meaning.ts';
import { menuChoices } from './menu.ts';
import {
  type Moment,
  pop,
  push,
  remember,
  runningOf,
  say,
  tell,
  textIn,
  topOf,
  words,
} from './moment.ts';
import { firstFacts, noteRequests } from './requests.ts';
import type { SentenceKey } from './sentences.ts';
import { isRunning, startDanger } from './start-request.ts';

/** Puts safety before everything: the text first, a human in the same turn, and only then a question. */
export const danger: Dialog<Moment> = {
  id: 'danger',
  interrupt: (moment) => {
    const { danger: found } = moment.heard;
    const card = found === undefined ? undefined : moment.tools.catalogue.get(found.intent);
    if (found === undefined || card === undefined || moment.choice !== undefined) return undefined;
    return found.certainty === 'now' ? warn(moment, card, found.why) : doubtOnce(moment, card);
  },
};

const warn = (moment: Moment, card: IntentCard, why: string): Moment | undefined => {
  if (isRunning(moment, card.id) && topOf(moment)?.dialog === 'report') return undefined;
  const known = moment.state.stack.some((one) => one.dialog === 'after' && one.intent === card.id);
  const freed = runningOf(moment)?.dialog === 'report' ? moment : dropped(moment);
  if (known) return say(alarm(freed, card, why), 'danger_known');
  return startDanger(noteOthers(freed, card), card, { slots: firstFacts(moment, card), why });
};

/** What does not wait for its own answer any more. */
const dropped = (moment: Moment): Moment =>
  runningOf(moment) === undefined ? moment : pop(moment);

/** Requests that came with the danger are handled after it. */
const noteOthers = (moment: Moment, card: IntentCard): Moment => {
  const others = requestsIn(moment).filter(
    ({ id, domain }) =>
      domain !== 'emergency' &&
      !card.confusable.includes(id) &&
      id !== runningOf(moment)?.intent &&
      moment.state.waiting.every(({ intent }) => intent !== id),
  );
  const waiting = others.map((other) => ({ intent: other.id, slots: gather(moment, other) }));
  return remember(moment, { waiting: [...moment.state.waiting, ...waiting] });
};

const deniedKey = (intent: string): string => `no_${intent}`;

const doubtOnce = (moment: Moment, card: IntentCard): Moment | undefined => {
  const running = runningOf(moment);
  const denied = moment.state.known[deniedKey(card.id)] !== undefined;
  if (denied || running?.dialog === 'doubt' || isRunning(moment, card.id)) return undefined;
  const framed = push(moment, {
    dialog: 'doubt',
    intent: card.id,
    slots: {},
    asked: DOUBT_SLOT,
    memory: { text: moment.text },
  });
  const key = QUESTIONS[card.id] ?? 'doubt_violence_or_threat';
  const choices = [
    { title: words(moment, 'yes'), value: 'doubt=yes' },
    { title: words(moment, 'no'), value: 'doubt=no' },
  ];
  return tell(framed, words(moment, key), { ask: DOUBT_SLOT, choices });
};

/** What the question of doubt asks for. */
const DOUBT_SLOT = 'happening_now';

const QUESTIONS: Readonly<Record<string, SentenceKey>> = {
  fire_smoke: 'doubt_fire_smoke',
  gas_smell: 'doubt_gas_smell',
  carbon_monoxide: 'doubt_carbon_monoxide',
  electrical_danger: 'doubt_electrical_danger',
  lift_entrapment: 'doubt_lift_entrapment',
  structural_danger: 'doubt_structural_danger',
  violence_or_threat: 'doubt_violence_or_threat',
};

/** Takes the answer to the one question of doubt: only a clear no is a no. */
export const doubt: Dialog<Moment> = {
  id: 'doubt',
  resume: (moment) => {
    const frame = topOf(moment);
    const card = moment.tools.catalogue.get(frame?.intent ?? '');
    if (frame === undefined || card === undefined) return undefined;
    const before = hearAgain(moment, textIn(frame, 'text'));
    const no = moment.choice === 'doubt=no' || (!moment.choice && answerIn(moment) === 'no');
    if (no) return denied(pop(before), card);
    return startDanger(pop(moment), card, { slots: firstFacts(before, card), why: 'doubt' });
  },
};

const denied = (moment: Moment, { id }: IntentCard): Moment => {
  const known = { ...moment.state.known, [deniedKey(id)]: { value: 'yes', said: '' } };
  const calm = remember(moment, { known });
  const cards = requestsIn(calm).filter(({ domain }) => domain !== 'emergency');
  if (runningOf(calm) !== undefined) return say(calm, 'doubt_denied');
  if (cards.length === 0) return menuAfter(calm);
  return noteRequests(calm, cards);
};

const menuAfter = (moment: Moment): Moment => {
  const text = `${words(moment, 'doubt_denied')}\n${words(moment, 'listening')}`;
  return tell(moment, text, { choices: menuChoices(moment) });
};
