import { addWord, featureOf, startHash } from './hash.ts';

/** Finds the words that have a key, in their order; now and then one that has another key. */
export type WordIndex = (key: string) => readonly string[];

/** Many more than there are words, so that few keys share one. */
const BUCKETS = 1 << 18;

/** Builds an index of words by many keys each in two arrays of whole numbers: a map of lists would take ten times the room. */
export const indexWords = (
  words: readonly string[],
  keysOf: (word: string) => readonly string[],
): WordIndex => {
  const bucketsOf = (word: string) => new Set(keysOf(word).map(bucketOf));
  const ends = new Int32Array(BUCKETS + 1);
  for (const word of words)
    for (const at of bucketsOf(word)) ends[at + 1] = (ends[at + 1] ?? 0) + 1;
  for (let at = 0; at < BUCKETS; at += 1) ends[at + 1] = (ends[at + 1] ?? 0) + (ends[at] ?? 0);
  const starts = ends.slice();
  const held = new Int32Array(ends[BUCKETS] ?? 0);
  words.forEach((word, number) => {
    for (const at of bucketsOf(word)) {
      held[starts[at] ?? 0] = number;
      starts[at] = (starts[at] ?? 0) + 1;
    }
  });
  return (key) => {
    const at = bucketOf(key);
    return Array.from(held.subarray(ends[at], ends[at + 1]), (number) => words[number] ?? '');
  };
};

const bucketOf = (key: string): number => featureOf(addWord(startHash(0), key)) % BUCKETS;
