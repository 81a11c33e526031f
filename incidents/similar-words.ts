/** Finds the known words that a written word may mean, typos and spelling by ear included. */
export type Vocabulary = {
  /** Known words with how well they fit, 0 to 1. */
  readonly find: (written: string) => ReadonlyMap<string, number>;
};

const SOUNDS_ALIKE = 0.85;
const SAME_BUT_PLURAL = 0.98;
const LONGEST_WORD = 24;

/** Builds the vocabulary of a landlord's streets and residences. */
export const createVocabulary = (words: ReadonlySet<string>): Vocabulary => {
  const bySound = group(words, (word) => [soundOf(word)]);
  const byPair = group(words, pairsOf);
  return {
    find: (written) => {
      const exact = asWritten(words, written);
      if (exact.size > 0 || isNumber(written) || written.length > LONGEST_WORD) return exact;
      const found = new Map<string, number>();
      for (const word of near(byPair, written)) keepBest(found, word, likeness(written, word));
      for (const word of bySound.get(soundOf(written)) ?? []) keepBest(found, word, SOUNDS_ALIKE);
      return found;
    },
  };
};

/** The word itself, or the same word with or without its plural. */
const asWritten = (words: ReadonlySet<string>, written: string): Map<string, number> => {
  if (words.has(written)) return new Map([[written, 1]]);
  if (written.length < 4) return new Map();
  const plurals = [`${written}s`, written.replace(/s$/, '')];
  return new Map(plurals.filter((word) => words.has(word)).map((word) => [word, SAME_BUT_PLURAL]));
};

const keepBest = (found: Map<string, number>, word: string, fit: number): void => {
  if (fit > (found.get(word) ?? 0)) found.set(word, fit);
};

const isNumber = (word: string): boolean => /^\d/.test(word);

const group = (
  words: ReadonlySet<string>,
  keysOf: (word: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    if (isNumber(word) || word.length < 4) continue;
    for (const key of keysOf(word)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [word]);
      else group.push(word);
    }
  }
  return groups;
};

const pairsOf = (word: string): readonly string[] => {
  const framed = `^${word}$`;
  return [...new Set(Array.from({ length: framed.length - 1 }, (_, n) => framed.slice(n, n + 2)))];
};

/** Words that share enough pairs of letters to be worth a closer look. */
const near = (
  byPair: ReadonlyMap<string, readonly string[]>,
  written: string,
): readonly string[] => {
  const allowed = typosIn(written);
  if (allowed === 0) return [];
  const pairs = pairsOf(written);
  const shared = new Map<string, number>();
  for (const pair of pairs) {
    for (const word of byPair.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
  }
  // One swap of two neighbours breaks three pairs, any other typo at most two.
  const enough = Math.max(1, pairs.length - 3 * allowed - PLURAL_PAIRS);
  return [...shared].filter(([, count]) => count >= enough).map(([word]) => word);
};

const typosIn = ({ length }: { readonly length: number }): number => {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
};

const PLURAL_PAIRS = 1;

/** 1 for the same word, less for each typo, 0 when there are too many; a plural is no typo. */
const likeness = (written: string, word: string): number => {
  const [a, b] = [singular(written), singular(word)];
  const allowed = Math.min(typosIn(written), typosIn(word));
  if (Math.abs(a.length - b.length) > allowed) return 0;
  const typos = typosBetween(a, b);
  return typos > allowed ? 0 : 1 - typos / Math.max(written.length, word.length);
};

const singular = (word: string): string => word.replace(/(?<=...)[sx]$/, '');

/** Damerau-Levenshtein distance with swaps of neighbours (optimal string alignment). */
const typosBetween = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + same,
          swapped ? at(before, j - 2) + 1 : FAR,
        ),
      );
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
};

const FAR = 99;
const at = (row: readonly number[], n: number): number => row[n] ?? FAR;

/** A rough key of how a French word sounds: "volter" and "voltaire" have the same. */
const soundOf = (word: string): string =>
  SOUNDS.reduce((sofar, [spelt, sound]) => sofar.replace(spelt, sound), word);

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/eau|au/g, 'o'],
  [/ai|ei|ez$|et$/g, 'e'],
  [/ill|ll/g, 'y'],
  [/y/g, 'i'],
  [/qu|c(?![eih])|k/g, 'k'],
  [/c(?=[ei])|ss/g, 's'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/[estxdz]+$/g, ''],
];
