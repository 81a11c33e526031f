import type { Danger, Dialog, IntentCard } from '../bot/index.ts';
import { alarm } from './alarm.ts';
import { choiceNumber } from './choice-number.ts';
import { slotCard } from './content.ts';
import { askDoubt } from './doubt.ts';
import { fold, wordCount } from './fold.ts';
import { gather } from './gather.ts';
import { requestsIn } from './meaning.ts';
import { callPerson, type Moment, pop, remember, runningOf, say, topOf } from './moment.ts';
import { isSilent } from './quiet.ts';
import { worded } from './read-answer.ts';
import { firstFacts } from './requests.ts';
import { isRunning, startDanger } from './start-request.ts';

/** Puts safety before everything: the text first, a human in the same turn, and only then a question. */
export const danger: Dialog<Moment> = {
  id: 'danger',
  interrupt: (moment) => {
    const found = signalIn(moment);
    const card = found === undefined ? undefined : moment.tools.catalogue.get(found.intent);
    if (found === undefined || card === undefined) return undefined;
    if (isSilent(moment)) return quietly(moment, card, found);
    return found.certainty === 'now' ? warn(moment, card, found.why) : askDoubt(moment, card);
  },
};

/** The sign of danger in a message: a button that names it, what was understood, a request that would be one. */
const signalIn = (moment: Moment): Danger | undefined => {
  const named = pressedDanger(moment);
  if (named !== undefined) return { intent: named, certainty: 'now', why: 'button' };
  const { danger: found } = moment.heard;
  if (moment.choice !== undefined) {
    return found?.certainty === 'now' && !isTitle(moment) ? found : undefined;
  }
  if (found !== undefined) return found;
  const request = requestsIn(moment).find(({ domain }) => domain === 'emergency');
  return request && { intent: request.id, certainty: 'doubt', why: 'request' };
};

const pressedDanger = ({ choice, tools }: Moment): string | undefined => {
  const [kind, id = ''] = choice?.split(':') ?? [];
  return kind === 'intent' && tools.catalogue.get(id)?.domain === 'emergency' ? id : undefined;
};

/** The title of a button means the button; other words beside an old button mean what they say. */
const isTitle = ({ text, state, tools }: Moment): boolean => {
  const offered = state.offered ?? [];
  const number = choiceNumber(tools.content.choiceNumbers, text) ?? 0;
  return (
    text === '' ||
    offered.some(({ title }) => fold(title) === fold(text)) ||
    (number >= 1 && number <= offered.length)
  );
};

/** Where writing is not safe a danger is passed on without a word; one that is there, and no secret, gets its text alone. */
const quietly = (moment: Moment, card: IntentCard, { certainty, why }: Danger): Moment => {
  const secret = moment.tools.content.dangers.get(card.id)?.discreet === true;
  return secret || certainty === 'doubt'
    ? callPerson(moment, 'danger', why)
    : alarm(moment, card, why);
};

const warn = (moment: Moment, card: IntentCard, why: string): Moment | undefined => {
  const inForm = topOf(moment)?.dialog === 'report';
  if (inForm && (isRunning(moment, card.id) || isOwnAnswer(moment, card))) return undefined;
  const freed = runningOf(moment)?.dialog === 'report' ? moment : dropped(moment);
  if (isKnown(freed, card)) return say(alarm(freed, card, why), 'danger_known');
  return startDanger(noteOthers(freed, card), card, { slots: firstFacts(moment, card), why });
};

/** A short answer to a question of the danger in progress, in the words of that question. */
const isOwnAnswer = (moment: Moment, { id }: IntentCard): boolean => {
  const { intent = '' } = topOf(moment) ?? {};
  const own = moment.tools.content.dangers.get(intent)?.own ?? [];
  if (wordCount(moment.text) > A_SHORT_ANSWER) return false;
  return own.some(({ slot, dangers }) => {
    const card = dangers.includes(id) ? slotCard(moment.tools.content, slot, intent) : undefined;
    return card !== undefined && worded(moment, card) !== undefined;
  });
};

const A_SHORT_ANSWER = 4;

/** Whether this danger has a form, in progress or registered. */
const isKnown = ({ state }: Moment, { id }: IntentCard): boolean =>
  state.stack.some(
    ({ dialog, intent }) => intent === id && (dialog === 'report' || dialog === 'after'),
  );

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
