import { describeIntent } from './describe.ts';
import { fold, says } from './fold.ts';
import { type Moment, remember, say } from './moment.ts';

/** Shorter words of a name, such as "ou" and "de", name nothing. */
const TELLING = 5;

/** "Laissez tomber la quittance" takes a request off the list that waits, not the one in progress. */
export const dropWaiting = (moment: Moment): Moment | undefined => {
  const named = moment.state.waiting.find(({ intent }) => isNamed(moment, intent));
  if (named === undefined) return undefined;
  const waiting = moment.state.waiting.filter((one) => one !== named);
  return say(remember(moment, { waiting }), 'waiting_dropped', {
    what: nameOf(moment, named.intent),
  });
};

const isNamed = (moment: Moment, intent: string): boolean => {
  const folded = fold(moment.text);
  const words = fold(nameOf(moment, intent)).trim().split(' ');
  return words.some((word) => word.length >= TELLING && says(folded, word));
};

const nameOf = ({ tools, language }: Moment, intent: string): string =>
  describeIntent(tools.catalogue, intent, language);
