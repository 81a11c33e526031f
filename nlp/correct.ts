import { distance } from './edit-distance.ts';
import { soundOf } from './sound.ts';
import { indexWords } from './word-index.ts';
import { inLexicon, isMark } from './words.ts';

/** Mends the spelling of a word that is not known; a known word and one without a likely spelling stay. */
export type Correct = (word: string) => readonly string[];

const SHORTEST = 4;
const LONG = 6;
const SOUND_SHORTEST = 4;

/** Builds the correction from the words that are known and how often each was seen. */
export const createCorrect = (vocabulary: ReadonlyMap<string, number>): Correct => {
  const known = [...vocabulary.keys()].filter((word) => /^[a-z]+$/.test(word));
  const bySound = indexWords(known, (word) =>
    word.length >= SOUND_SHORTEST ? [soundOf(word)] : [],
  );
  const byShorter = indexWords(known, (word) => (word.length >= SHORTEST - 1 ? shorter(word) : []));
  const mend = (word: string): string | undefined => {
    const near = word.length < SHORTEST ? [] : shorter(word).flatMap(byShorter);
    const sound = soundOf(word);
    const alike = bySound(sound).filter((other) => soundOf(other) === sound);
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
