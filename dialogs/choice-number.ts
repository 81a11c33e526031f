import type { ChoiceNumbers } from './content.ts';
import { fold } from './fold.ts';

/** The number, from 1, by which a whole text names a choice: "2", "2)", "la 2", "deux", "le deuxième", "number two". */
export const choiceNumber = (
  { before, beforeRank, numbers }: ChoiceNumbers,
  text: string,
): number | undefined => {
  const typed = fold(text).trim();
  const [first = '', ...rest] = typed.split(' ');
  const afterNumber = before.includes(first) ? rest.join(' ') : undefined;
  const afterRank = beforeRank.includes(first) ? rest.join(' ') : undefined;
  const found = numbers.findIndex(
    ({ words, ranks }) => isOneOf(words, typed, afterNumber) || isOneOf(ranks, typed, afterRank),
  );
  return found < 0 ? undefined : found + 1;
};

const isOneOf = (words: readonly string[], ...typed: readonly (string | undefined)[]): boolean =>
  typed.some((one) => one !== undefined && words.includes(one));
