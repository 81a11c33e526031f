import numbers from './numbers.json' with { type: 'json' };

const { units, tens, scales, ordinals, vague } = numbers;
const VALUES: ReadonlyMap<string, number> = new Map(
  [units, tens, scales, ordinals, vague].flatMap((table) => Object.entries(table)),
);

const oneOf = (...tables: readonly Readonly<Record<string, number>>[]): string =>
  tables
    .flatMap(Object.keys)
    .sort((one, two) => two.length - one.length)
    .join('|');

const FOUR_SCORE = 'quatre[- ]vingts?';
const TEEN = 'dix[- ](?:sept|huit|neuf)';
const TENS = `${FOUR_SCORE}|${oneOf(tens)}`;
const UNIT = `(?:${TEEN}|${oneOf(units)})`;

/** A whole number below a hundred in words, for use inside patterns. */
export const SPOKEN = `(?:(?:${TENS})(?:[- ](?:et[- ])?${UNIT}\\b)?|${UNIT})`;

/** The same in a shorter pattern, for where a word has to follow. */
export const SPOKEN_ONCE = `(?:(?:(?:${TENS})[- ](?:et[- ])?)?${UNIT}|${TENS})`;

/** A number in figures or words, for use inside patterns. */
export const NUMBER = `(?:\\d{1,4}|${SPOKEN})`;

/** What every number begins with, in figures or words: a quick look for one. */
export const ANY_NUMBER = `\\d|\\b(?:${oneOf(tens, units)})\\b`;

/** The same, also said vaguely: a few, a couple, several. */
export const SOME_NUMBER = `(?:\\d{1,4}|${SPOKEN}|${oneOf(vague)})`;

/** A place in a row in words, for use inside patterns. */
export const ORDINAL = `(?:${oneOf(ordinals)})`;

/** A number of any size in words, for use inside patterns. */
export const LONG_NUMBER = `(?:${oneOf(units, tens, scales)})(?:[- ](?:(?:et|and)[- ])?(?:${oneOf(units, tens, scales)})\\b){0,7}`;

type Sum = { readonly thousands: number; readonly rest: number };

const FILLERS = new Set(['et', 'and', '']);
const SCORE = 20;

/** The number that figures or words stand for, in French or English. */
export const numberOf = (said: string): number | undefined => {
  if (/^\d+$/.test(said)) return Number(said);
  const words = said.split(/[\s-]+/).filter((word) => !FILLERS.has(word));
  const values = words.flatMap((word) => VALUES.get(word) ?? []);
  if (values.length === 0 || values.length < words.length) return undefined;
  const { thousands, rest } = values.reduce(add, { thousands: 0, rest: 0 });
  return thousands + rest;
};

const add = ({ thousands, rest }: Sum, value: number): Sum => {
  if (value === 1000) return { thousands: thousands + (rest || 1) * value, rest: 0 };
  if (value === 100) return { thousands, rest: (rest || 1) * value };
  const score = value === SCORE && rest % 100 === 4;
  return { thousands, rest: score ? rest - 4 + 4 * SCORE : rest + value };
};
