import { conceptsOf } from './concepts.ts';
import { addWord, FEATURE_SPACE, featureOf, startHash } from './hash.ts';
import { BEFORE_WORDS, featuresOfWord, type Link } from './word-features.ts';
import { isMark } from './words.ts';

/** A text as numbers: which features it has and how much of each. */
export type Features = { readonly ids: Int32Array; readonly values: Float32Array };

const CONCEPT = 5;
const MAX_WORDS = 400;

/** How much each block of features weighs against the others. */
const WEIGHTS = { words: 1, stems: 0.7, letters: 1.1, sounds: 0.5, concepts: 1.2 } as const;

/** How often each feature comes, the first seen first. */
type Counts = { readonly ids: readonly number[]; readonly times: readonly number[] };

/** The features of a text's words: words and pairs, stems and pairs, letters inside words, sounds. */
export const featuresOf = (words: readonly string[]): Features => {
  const read = words
    .filter((word) => !isMark(word))
    .slice(0, MAX_WORDS)
    .map(plainNumber);
  const found = read.map(featuresOfWord);
  const namings = found.map((word) => word.namings);
  return merge([
    [
      linked(
        BEFORE_WORDS.word,
        found.map(({ word }) => word),
      ),
      WEIGHTS.words,
    ],
    [
      linked(
        BEFORE_WORDS.stem,
        found.map(({ stem }) => stem),
      ),
      WEIGHTS.stems,
    ],
    [countedAll(found.map(({ letters }) => letters)), WEIGHTS.letters],
    [counted(found.map(({ sound }) => sound)), WEIGHTS.sounds],
    [together(conceptsOf(read, namings)), WEIGHTS.concepts],
  ]);
};

const plainNumber = (word: string): string =>
  /^\d/.test(word) ? `#${Math.min(word.length, 5)}` : word;

/** Where each feature stands in the count that is going on, from one; all zero between two counts. */
const PLACES = new Int32Array(FEATURE_SPACE);

const countedAll = (lists: readonly (readonly number[])[]): Counts => {
  const counts = { ids: [], times: [] };
  for (const list of lists) addTo(counts, list);
  for (const id of counts.ids) PLACES[id] = 0;
  return counts;
};

const counted = (all: readonly number[]): Counts => countedAll([all]);

const addTo = (
  { ids, times }: { ids: number[]; times: number[] },
  all: readonly number[],
): void => {
  for (const id of all) {
    const place = PLACES[id] ?? 0;
    if (place > 0) times[place - 1] = (times[place - 1] ?? 0) + 1;
    else {
      ids.push(id);
      PLACES[id] = times.push(1);
    }
  }
};

/** Each word, and each together with the one before it. */
const linked = (first: Link, links: readonly Link[]): Counts => {
  const ids: number[] = [];
  let before = first;
  for (const link of links) {
    ids.push(link.id, featureOf(addWord(before.hash, link.text)));
    before = link;
  }
  return counted(ids);
};

/** What a text is about: each concept, and each two that come together. */
const together = (concepts: readonly string[]): Counts => {
  const ids: number[] = [];
  concepts.forEach((one, at) => {
    const hash = addWord(startHash(CONCEPT), one);
    ids.push(featureOf(hash));
    for (const two of concepts.slice(at + 1)) ids.push(featureOf(addWord(hash, two)));
  });
  return counted(ids);
};

/** One list, each block brought to its weight whatever the length of the text. */
const merge = (blocks: readonly (readonly [Counts, number])[]): Features => {
  const length = blocks.reduce((sum, [{ ids }]) => sum + ids.length, 0);
  const [ids, values] = [new Int32Array(length), new Float32Array(length)];
  let start = 0;
  for (const [counts, weight] of blocks) {
    const scale = weight / Math.sqrt(squareOf(counts));
    ids.set(counts.ids, start);
    for (const times of counts.times) {
      values[start] = dampened(times) * scale;
      start += 1;
    }
  }
  return { ids, values };
};

const squareOf = ({ times }: Counts): number =>
  times.reduce((sum, many) => sum + dampened(many) ** 2, 0);

/** What comes often counts less each time. */
const dampened = (times: number): number => (times === 1 ? 1 : 1 + Math.log(times));
