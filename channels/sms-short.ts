import type { Language, Translated } from '../bot/index.ts';

/** A sentence with the shorter one that an SMS says instead. `{names}` in it are gaps; `{photo_link}` is ours to fill. */
export type ShortWording = { readonly full: Translated; readonly short: Translated };

/** Writes the short sentences in place of the full ones in a text. */
export type Shorten = (text: string, language: Language) => string;

/** Builds it; longer sentences are looked for first, so that none is mistaken for a part of itself. */
export const createShorten = (wordings: readonly ShortWording[]): Shorten => {
  const rules = { fr: rulesOf(wordings, 'fr'), en: rulesOf(wordings, 'en') };
  return (text, language) =>
    rules[language].reduce((so, { shape, short }) => so.replaceAll(shape, short), text);
};

type Rule = { readonly shape: RegExp; readonly short: string; readonly length: number };

const rulesOf = (wordings: readonly ShortWording[], language: Language): readonly Rule[] =>
  wordings
    .map(({ full, short }) => ({
      shape: shapeOf(full[language]),
      short: filled(short[language]),
      length: full[language].length,
    }))
    .sort((one, other) => other.length - one.length);

const GAP = /\{(\w+)\}/gu;

/** A gap holds anything but a line break; the same gap again holds the same. */
const shapeOf = (sentence: string): RegExp => {
  const seen = new Set<string>();
  const shape = sentence
    .split(GAP)
    .map((part, n) => {
      if (n % 2 === 0) return part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
      if (seen.has(part)) return `\\k<${part}>`;
      seen.add(part);
      return `(?<${part}>[^\\n]+?)`;
    })
    .join('');
  return new RegExp(shape, 'gu');
};

/** Gaps of the channel itself stay as they are, to be filled later. */
const filled = (short: string): string =>
  short
    .replaceAll('$', '$$$$')
    .replace(GAP, (gap, name: string) => (OURS.includes(name) ? gap : `$<${name}>`));

const OURS: readonly string[] = ['photo_link'];
