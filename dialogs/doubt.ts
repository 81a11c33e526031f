import type { Dialog, IntentCard } from '../bot/index.ts';
import { numbers } from './ask-number.ts';
import { offerGuesses, worthOffering } from './fallback.ts';
import { firstOf } from './first-of.ts';
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
import { isRunning, startDanger } from './start-request.ts';

/** What the question of doubt asks for. */
const DOUBT_SLOT = 'happening_now';

const deniedKey = (intent: string): string => `no_${intent}`;

/** Asks once whether a danger that may be past or denied is there now. */
export const askDoubt = (moment: Moment, card: IntentCard): Moment | undefined => {
  const path = moment.tools.content.dangers.get(card.id);
  const denied = moment.state.known[deniedKey(card.id)] !== undefined;
  const pending = runningOf(moment)?.dialog === 'doubt';
  if (path === undefined || pending || isRunning(moment, card.id)) return undefined;
  if (denied) return runningOf(moment)?.dialog === 'report' ? undefined : goOn(freed(moment), card);
  const framed = push(moment, {
    dialog: 'doubt',
    intent: card.id,
    slots: {},
    asked: DOUBT_SLOT,
    memory: { text: moment.text },
  });
  const choices = [
    { title: words(moment, 'yes'), value: 'doubt=yes' },
    { title: words(moment, 'no'), value: 'doubt=no' },
  ];
  return tell(framed, path.doubt[moment.language], { ask: DOUBT_SLOT, choices });
};

/** What was asked in passing does not wait any more. */
const freed = (moment: Moment): Moment => (runningOf(moment) === undefined ? moment : pop(moment));

/** Takes the answer to the one question of doubt, before all else: only a clear no is a no. */
export const doubt: Dialog<Moment> = {
  id: 'doubt',
  interrupt: (moment) => {
    const frame = topOf(moment);
    const card = moment.tools.catalogue.get(frame?.intent ?? '');
    if (frame?.dialog !== 'doubt' || card === undefined) return undefined;
    const before = hearAgain(moment, textIn(frame, 'text'));
    const no = moment.choice === 'doubt=no' || (!moment.choice && answerIn(moment) === 'no');
    if (no) return denied(pop(before), card);
    return startDanger(pop(moment), card, { slots: firstFacts(before, card), why: 'doubt' });
  },
};

const denied = (moment: Moment, card: IntentCard): Moment => {
  const known = { ...moment.state.known, [deniedKey(card.id)]: { value: 'yes', said: '' } };
  const calm = remember(moment, { known });
  return runningOf(calm) === undefined ? goOn(calm, card) : say(calm, 'doubt_denied');
};

/** Goes on with what was wanted beside the danger that is not there. */
const goOn = (moment: Moment, { id }: IntentCard): Moment =>
  firstOf(moment, [numbers.begin, wanted, (one) => insteadOf(one, id), offered]) ??
  menuAfter(moment);

/** What was clearly wanted beside the danger. */
const wanted = (moment: Moment): Moment | undefined => {
  const cards = requestsIn(moment).filter(({ domain }) => domain !== 'emergency');
  return cards.length === 0 || moment.heard.outcome !== 'sure'
    ? undefined
    : noteRequests(moment, cards);
};

/** What is left when the danger is not there: a lift with nobody inside is out of order. */
const insteadOf = (moment: Moment, danger: string): Moment | undefined => {
  const left = moment.tools.content.dangers.get(danger)?.denied;
  const card = moment.tools.catalogue.get(left?.intent ?? '');
  if (left === undefined || card === undefined) return undefined;
  const slots = { ...firstFacts(moment, card), ...left.facts };
  return remember(moment, { waiting: [{ intent: card.id, slots }, ...moment.state.waiting] });
};

/** What may have been wanted is put before the tenant. */
const offered = (moment: Moment): Moment | undefined => {
  const named = moment.heard.intents.map((one) => moment.tools.catalogue.get(one.id)?.domain);
  if (named.every((domain) => domain === undefined || domain === 'emergency')) return undefined;
  const guesses = worthOffering(moment).filter(({ domain }) => domain !== 'emergency');
  return guesses.length === 0
    ? undefined
    : offerGuesses(say(moment, 'doubt_denied'), guesses, 'torn');
};

const menuAfter = (moment: Moment): Moment => {
  const text = `${words(moment, 'doubt_denied')}\n${words(moment, 'listening')}`;
  return tell(moment, text, { choices: menuChoices(moment) });
};
