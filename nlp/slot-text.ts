import type { SlotValue } from '../bot/index.ts';
import { bounded, foldInPlace } from './tidy.ts';

/** A text as it was written and the same, character for character, folded for searching. */
export type SlotText = { readonly said: string; readonly folded: string };

/** Prepares a text for the slots. */
export const slotText = (text: string): SlotText => {
  const said = bounded(text).trim();
  return { said, folded: foldInPlace(said) };
};

/** Finds a fact in a text. */
export type FindSlot = (text: SlotText) => SlotValue | undefined;

/** A way to say a fact, and what it means for machines; a meaning of undefined says that it does not count. */
export type Saying = readonly [RegExp, (groups: readonly string[]) => string | undefined];

/** A finder that tries the sayings in order and takes the first that means something. */
export const firstOf =
  (sayings: readonly Saying[]): FindSlot =>
  ({ said, folded }) => {
    for (const [pattern, meaning] of sayings) {
      const found = pattern.exec(folded);
      if (found === null) continue;
      const value = meaning(found.map((group) => group ?? ''));
      if (value === undefined) continue;
      return { value, said: said.slice(found.index, found.index + found[0].length).trim() };
    }
    return undefined;
  };

const COUNTS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  premier: 1,
  premiere: 1,
  one: 1,
  a: 1,
  an: 1,
  first: 1,
  deux: 2,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  two: 2,
  couple: 2,
  trois: 3,
  troisieme: 3,
  three: 3,
  third: 3,
  quelques: 3,
  few: 3,
  several: 3,
  plusieurs: 3,
  quatre: 4,
  quatrieme: 4,
  four: 4,
  fourth: 4,
  cinq: 5,
  cinquieme: 5,
  five: 5,
  fifth: 5,
  six: 6,
  sixieme: 6,
  sixth: 6,
  sept: 7,
  septieme: 7,
  seven: 7,
  seventh: 7,
  huit: 8,
  huitieme: 8,
  eight: 8,
  eighth: 8,
  neuf: 9,
  neuvieme: 9,
  nine: 9,
  ninth: 9,
  dix: 10,
  dixieme: 10,
  ten: 10,
  tenth: 10,
  onze: 11,
  onzieme: 11,
  eleven: 11,
  douze: 12,
  douzieme: 12,
  twelve: 12,
  quinze: 15,
  fifteen: 15,
  vingt: 20,
  twenty: 20,
};

/** The number a figure or a word stands for, in French or English. */
export const numberOf = (word: string): number | undefined =>
  /^\d+$/.test(word) ? Number(word) : COUNTS[word];

/** The words that `numberOf` understands, for use inside patterns. */
export const NUMBER = `\\d{1,4}|${Object.keys(COUNTS)
  .sort((one, two) => two.length - one.length)
  .join('|')}`;
