import type { Dialog, Frame, IntentCard } from '../bot/index.ts';
import { ask } from './ask.ts';
import { saysCue } from './cue.ts';
import { describeIntent } from './describe.ts';
import { wordCount } from './fold.ts';
import { type Moment, remember, runningOf, say, words } from './moment.ts';
import { startRequest } from './start-request.ts';

/** "Et l'ascenseur ?" is short; longer sentences tell something. */
const SHORT = 6;

/** Goes to another request of the conversation when the tenant asks for it; the one in progress is kept. */
export const otherOne: Dialog<Moment> = {
  id: 'other-one',
  interrupt: (moment) => {
    if (moment.choice !== undefined || wordCount(moment.text) > SHORT * 2) return undefined;
    if (runningOf(moment)?.dialog === 'doubt') return undefined;
    const named = othersOf(moment).find((intent) => isNamed(moment, intent));
    const meant = named ?? (saysCue(moment, 'other_one') ? othersOf(moment)[0] : undefined);
    if (meant !== undefined) return goTo(moment, meant);
    return saysCue(moment, 'other_one') ? nothingElse(moment) : undefined;
  },
};

/** The requests that wait or were left, next first. */
const othersOf = ({ state }: Moment): readonly string[] => [
  ...state.waiting.map(({ intent }) => intent),
  ...leftForms(state.stack).flatMap(({ intent }) => intent ?? []),
];

/** Forms that were left for another one; the last of all has the floor. */
const leftForms = (stack: readonly Frame[]): readonly Frame[] =>
  stack.slice(0, -1).filter(({ dialog }) => dialog === 'report');

/** "Et l'ascenseur ?" names a request that is known. */
const isNamed = (moment: Moment, intent: string): boolean => {
  const [best] = moment.heard.guesses;
  const asks = moment.text.includes('?') && wordCount(moment.text) <= SHORT;
  return asks && best?.id === intent && best.p >= CLEARLY;
};

const CLEARLY = 0.5;

const goTo = (moment: Moment, intent: string): Moment => {
  const left = leftForms(moment.state.stack).find((one) => one.intent === intent);
  const what = describeIntent(moment.tools.catalogue, intent, moment.language);
  if (left !== undefined) return takeUp(moment, left, words(moment, 'switched', { what }));
  const card = moment.tools.catalogue.get(intent);
  return card === undefined ? moment : begin(say(moment, 'switched', { what }), card);
};

/** A form that was left has the floor again. */
const takeUp = (moment: Moment, frame: Frame, before: string): Moment => {
  const others = moment.state.stack.filter((one) => one !== frame);
  const first = remember(moment, { stack: [...others, frame] });
  return frame.asked === undefined ? first : ask(first, frame, frame.asked, { before });
};

const begin = (moment: Moment, card: IntentCard): Moment => {
  const slots = moment.state.waiting.find(({ intent }) => intent === card.id)?.slots ?? {};
  const waiting = moment.state.waiting.filter(({ intent }) => intent !== card.id);
  return startRequest(remember(moment, { waiting }), card, { slots, announced: true });
};

/** Nothing waits: in a form the question comes again, otherwise the tenant is heard. */
const nothingElse = (moment: Moment): Moment | undefined => {
  if (runningOf(moment) === undefined) return say(moment, 'no_other');
  return undefined;
};
