import { soundOf } from './sound.ts';
import { inLexicon, isMark } from './words.ts';

/** Mends the spelling of a word that is not known; a known word and one without a likely spelling stay. */
export type Correct = (word: string) => readonly string[];

const SHORTEST = 4;
const LONG = 6;
const SOUND_SHORTEST = 4;

/** Builds the correction from the words that are known and how often each was seen. */
export const createCorrect = (vocabulary: ReadonlyMap<string, number>): Correct => {
  const bySound = index(vocabulary, (word) =>
    word.length >= SOUND_SHORTEST ? [soundOf(word)] : [],
  );
  const byShorter = index(vocabulary, (word) => (word.length >= SHORTEST - 1 ? shorter(word) : []));
  const mend = (word: string): string | undefined => {
    const near =
      word.length < SHORTEST ? [] : shorter(word).flatMap((key) => byShorter.get(key) ?? []);
    const alike = bySound.get(soundOf(word)) ?? [];
    return choose(word, { near, alike, vocabulary });
  };
  return (word) => {
    if (vocabulary.has(word) || isMark(word) || inLexicon(word) || /\d/.test(word)) return [word];
    if (word.length < SOUND_SHORTEST || word.length > LONGEST) return [word];
    const apart =
      (vocabulary.get(word.slice(1)) ?? 0) > SELDOM && ELIDED.test(word)
        ? [word.slice(0, 1), word.slice(1)]
        : undefined;
    return apart ?? [mend(word) ?? word];
  };
};

const LONGEST = 25;
/** An article or pronoun written together with its word: "lescalier", "jattends". */
const ELIDED = /^[ldjnmtsc][aeiouyh][a-z]{2,}/;
/** A word seen this seldom may itself be a slip. */
const SELDOM = 3;

const index = (
  vocabulary: ReadonlyMap<string, number>,
  keysOf: (word: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [word] of vocabulary) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const key of keysOf(word)) {
      const words = found.get(key);
      if (words === undefined) found.set(key, [word]);
      else if (!words.includes(word)) words.push(word);
    }
  }
  return found;
};

/** The word itself and the word with one letter left out, for each letter. */
const shorter = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

type Candidates = {
  readonly near: readonly string[];
  readonly alike: readonly string[];
  readonly vocabulary: ReadonlyMap<string, number>;
};

const choose = (word: string, candidates: Candidates): string | undefined => {
  const sound = new Set(candidates.alike);
  const priced = [...new Set([...candidates.near, ...candidates.alike])].map((other) => ({
    other,
    cost: costOf(word, {
      other,
      alike: sound.has(other),
      seen: candidates.vocabulary.get(other) ?? 0,
    }),
  }));
  const best = priced.reduce((one, two) => (two.cost < one.cost ? two : one), TOO_FAR);
  return best.cost < TOO_FAR.cost ? best.other : undefined;
};

const TOO_FAR = { other: '', cost: 99 };

type Candidate = { readonly other: string; readonly alike: boolean; readonly seen: number };

/** A word that is e to this power times as common may be one edit farther away. */
const ONE_EDIT = 3;

/** How unlikely it is that one word was meant by the other: edits, eased by sound and by how common it is. */
const costOf = (word: string, { other, alike, seen }: Candidate): number => {
  const away = distance(word, other);
  const limit = (word.length >= LONG ? 2 : 1) + (alike ? 1 : 0);
  if (away > limit) return TOO_FAR.cost;
  const strange = other[0] === word[0] ? 0 : 0.5;
  return away + strange - (alike ? 0.9 : 0) - Math.log1p(seen) / ONE_EDIT;
};

const FAR = 9;

type Row = readonly number[];

/** Edits between two words: letters added, left out, changed or swapped with their neighbour. */
const distance = (one: string, two: string): number => {
  if (Math.abs(one.length - two.length) > 3) return FAR;
  let before: Row = [];
  let last: Row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = nextRow({ one, two, row }, before, last);
    before = last;
    last = next;
  }
  return last[two.length] ?? FAR;
};

const nextRow = (
  { one, two, row }: { readonly one: string; readonly two: string; readonly row: number },
  before: Row,
  last: Row,
): Row => {
  const next = [row];
  for (let column = 1; column <= two.length; column += 1) {
    const changed = (last[column - 1] ?? FAR) + (one[row - 1] === two[column - 1] ? 0 : 1);
    const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
    const ways = [changed, (last[column] ?? FAR) + 1, (next[column - 1] ?? FAR) + 1];
    next.push(Math.min(...ways, swapped ? (before[column - 2] ?? FAR) + 1 : FAR));
  }
  return next;
};
