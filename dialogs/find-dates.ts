import type { Found } from './find-numbers.ts';

/** A day with its year, where it stands in a text; `value` is YYYY-MM-DD. */
export type FoundDate = Found & {
  readonly value: string;
  /** Eight figures in a row: they may be another number. */
  readonly compact: boolean;
};

/** The full dates of a text, as people write a birth date: 14/03/1984, 14 mars 84, 14031984, March 14, 1984. */
export const findDates = (written: string): readonly FoundDate[] => {
  const text = plainLetters(written);
  const found = SHAPES.flatMap(({ shape, read, compact }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const value = read(match.groups ?? {});
      const start = match.index;
      return value === undefined
        ? []
        : [{ start, end: start + match[0].length, value, compact: compact === true }];
    }),
  );
  return found
    .toSorted((one, two) => one.start - two.start || two.end - one.end)
    .filter((one, n, all) => all.slice(0, n).every(({ end }) => end <= one.start));
};

/** Small letters without accents, each in its place. */
export const plainLetters = (text: string): string =>
  text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0)).toLowerCase();

type Groups = Readonly<Record<string, string | undefined>>;
type Shape = {
  readonly shape: RegExp;
  readonly read: (groups: Groups) => string | undefined;
  readonly compact?: true;
};

/** Not in the middle of a number, nor of the pairs of figures of a telephone number. */
const BEFORE = '(?<![a-z\\d])(?<!(?<!\\d)\\d{1,2}[ ./-])';
const AFTER = '(?![ ./-]?\\d)';
const GAP = '[\\s./-]{1,3}';
const DAY = '(?<day>\\d{1,2})';

const byFigures = ({ day, month, year }: Groups): string | undefined =>
  dateOf(Number(day), Number(month), yearOf(year));

const byName = ({ day, name, year }: Groups): string | undefined =>
  dateOf(Number(day), monthNamed(name ?? ''), yearOf(year));

const SHAPES: readonly Shape[] = [
  {
    shape: new RegExp(
      `${BEFORE}${DAY}${GAP}(?<month>\\d{1,2})${GAP}(?<year>\\d{4}|\\d{2})${AFTER}`,
      'g',
    ),
    read: byFigures,
  },
  {
    shape: new RegExp(`${BEFORE}(?<year>\\d{4})${GAP}(?<month>\\d{1,2})${GAP}${DAY}${AFTER}`, 'g'),
    read: byFigures,
  },
  {
    shape: new RegExp(
      `${BEFORE}${DAY}(?:er|st|nd|rd|th)?\\s?(?:of )?(?<name>[a-z]{3,9})\\.?,?\\s?(?<year>\\d{4}|\\d{2})${AFTER}`,
      'g',
    ),
    read: byName,
  },
  {
    shape: new RegExp(
      `(?<![a-z])(?<name>[a-z]{3,9})\\.? ${DAY}(?:st|nd|rd|th)?,? (?<year>\\d{4})${AFTER}`,
      'g',
    ),
    read: byName,
  },
  {
    shape: /(?<![\da-z])(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})(?!\d)/g,
    read: byFigures,
    compact: true,
  },
];

/** Years of two figures up to this one are of this century. */
const THIS_CENTURY = 15;

const yearOf = (written = ''): number => {
  const year = Number(written);
  if (written.length > 2) return year;
  return year <= THIS_CENTURY ? 2000 + year : 1900 + year;
};

const dateOf = (day: number, month: number, year: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year < 2100 ? date.toISOString().slice(0, 10) : undefined;
};

/** The month a word names or begins, 1 to 12; 0 when it is none, or could be two. */
const monthNamed = (word: string): number => {
  const found = MONTHS.filter(({ name }) => name.startsWith(word)).map(({ month }) => month);
  return new Set(found).size === 1 ? (found[0] ?? 0) : 0;
};

const MONTHS = ['fr', 'en'].flatMap((language) =>
  Array.from({ length: 12 }, (_, n) => ({
    month: n + 1,
    name: plainLetters(
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2000, n, 1),
      ),
    ),
  })),
);
