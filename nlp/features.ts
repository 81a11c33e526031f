import { CarryStemmerFr } from 'natural/lib/natural/stemmers/index.js';
import { conceptsOf } from './concepts.ts';
import { addCode, addWord, featureOf, startHash } from './hash.ts';
import { soundOf } from './sound.ts';
import { isMark } from './words.ts';

/** A text as numbers: which features it has and how much of each. */
export type Features = { readonly ids: Int32Array; readonly values: Float32Array };

const WORD = 1;
const STEM = 2;
const LETTERS = 3;
const SOUND = 4;
const CONCEPT = 5;
const LONGEST_GRAM = 5;
const MAX_WORDS = 400;

/** How much each block of features weighs against the others. */
const WEIGHTS = { words: 1, stems: 0.7, letters: 1.1, sounds: 0.5, concepts: 1.2 } as const;

type Counts = Map<number, number>;

/** The features of a text's words: words and pairs, stems and pairs, letters inside words, sounds. */
export const featuresOf = (words: readonly string[]): Features => {
  const read = words
    .filter((word) => !isMark(word))
    .slice(0, MAX_WORDS)
    .map(plainNumber);
  const blocks: readonly (readonly [Counts, number])[] = [
    [sequences(WORD, read), WEIGHTS.words],
    [sequences(STEM, read.map(stemOf)), WEIGHTS.stems],
    [letters(read), WEIGHTS.letters],
    [singles(SOUND, read.map(soundKey)), WEIGHTS.sounds],
    [together(conceptsOf(read)), WEIGHTS.concepts],
  ];
  return merge(blocks);
};

const plainNumber = (word: string): string =>
  /^\d/.test(word) ? `#${Math.min(word.length, 5)}` : word;

const count = (counts: Counts, hash: number): void => {
  const id = featureOf(hash);
  counts.set(id, (counts.get(id) ?? 0) + 1);
};

const singles = (kind: number, words: readonly string[]): Counts => {
  const counts: Counts = new Map();
  for (const word of words) count(counts, addWord(startHash(kind), word));
  return counts;
};

const sequences = (kind: number, words: readonly string[]): Counts => {
  const counts: Counts = new Map();
  let before = '^';
  for (const word of words) {
    count(counts, addWord(startHash(kind), word));
    count(counts, addWord(addWord(startHash(kind), before), word));
    before = word;
  }
  return counts;
};

/** What a text is about: each concept, and each two that come together. */
const together = (concepts: readonly string[]): Counts => {
  const counts: Counts = new Map();
  concepts.forEach((one, at) => {
    count(counts, addWord(startHash(CONCEPT), one));
    for (const two of concepts.slice(at + 1)) {
      count(counts, addWord(addWord(startHash(CONCEPT), one), two));
    }
  });
  return counts;
};

const letters = (words: readonly string[]): Counts => {
  const counts: Counts = new Map();
  for (const word of words) {
    for (const id of gramsOf(word)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
};

const gramsIn = (word: string): Int32Array => {
  const framed = ` ${word} `;
  const ids: number[] = [];
  for (let start = 0; start < framed.length; start += 1) {
    let hash = startHash(LETTERS);
    const end = Math.min(framed.length, start + LONGEST_GRAM);
    for (let at = start; at < end; at += 1) {
      hash = addCode(hash, framed.charCodeAt(at));
      if (at > start) ids.push(featureOf(hash));
    }
  }
  return Int32Array.from(ids);
};

/** One list, each block brought to its weight whatever the length of the text. */
const merge = (blocks: readonly (readonly [Counts, number])[]): Features => {
  const length = blocks.reduce((sum, [counts]) => sum + counts.size, 0);
  const [ids, values] = [new Int32Array(length), new Float32Array(length)];
  let at = 0;
  for (const [counts, weight] of blocks) {
    const scale = weight / Math.sqrt(squareOf(counts));
    for (const [id, times] of counts) {
      ids[at] = id;
      values[at] = dampened(times) * scale;
      at += 1;
    }
  }
  return { ids, values };
};

const squareOf = (counts: Counts): number => {
  let square = 0;
  for (const times of counts.values()) square += dampened(times) ** 2;
  return square;
};

/** What comes often counts less each time. */
const dampened = (times: number): number => (times === 1 ? 1 : 1 + Math.log(times));

const MEMORY = 20_000;

const remembered = <Result>(compute: (word: string) => Result): ((word: string) => Result) => {
  const known = new Map<string, Result>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size > MEMORY) known.clear();
    const result = compute(word);
    known.set(word, result);
    return result;
  };
};

const LONGEST_WORD = 30;
const stemOf = remembered((word) =>
  word.length < 4 ? word : CarryStemmerFr.stem(word.slice(0, LONGEST_WORD)),
);
const soundKey = remembered((word) => soundOf(word.slice(0, LONGEST_WORD)));
const gramsOf = remembered(gramsIn);
