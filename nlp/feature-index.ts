import type { Features } from './features.ts';
import { FEATURE_SPACE } from './hash.ts';

/** Which row of the weights a feature has, plus one; 0 for a feature that was seen too seldom. */
export type FeatureIndex = { readonly rows: Int32Array; readonly size: number };

/**
 * Gives a row to every feature seen often enough, the most frequent first, so that the rows that are needed most lie close
 * together. Features that always come together (the letters of one rare word) share a row: apart they would learn the same.
 */
export const indexFeatures = (texts: readonly Features[], seenEnough: number): FeatureIndex => {
  const { times, first, second } = whereabouts(texts);
  const ids = Int32Array.from({ length: FEATURE_SPACE }, (_, id) => id)
    .filter((id) => (times[id] ?? 0) >= seenEnough)
    .sort((one, two) => (times[two] ?? 0) - (times[one] ?? 0) || one - two);
  const rows = new Int32Array(FEATURE_SPACE);
  const known = new Map<number, number>();
  for (const id of ids) {
    const key = (first[id] ?? 0) * 0x200000 + ((second[id] ?? 0) >>> 11);
    const row = known.get(key) ?? known.size + 1;
    known.set(key, row);
    rows[id] = row;
  }
  return { rows, size: known.size };
};

/** How often each feature was seen, and two marks of the texts it was seen in. */
const whereabouts = (texts: readonly Features[]) => {
  const times = new Int32Array(FEATURE_SPACE);
  const first = new Uint32Array(FEATURE_SPACE);
  const second = new Uint32Array(FEATURE_SPACE);
  texts.forEach(({ ids }, at) => {
    for (const id of ids) {
      times[id] = (times[id] ?? 0) + 1;
      first[id] = Math.imul((first[id] ?? 0) ^ (at + 1), 0x01000193);
      second[id] = Math.imul((second[id] ?? 0) ^ (at + 1), 0x85ebca6b) + 1;
    }
  });
  return { times, first, second };
};

/** A text's known features by row; a row may come more than once. */
export const knownFeatures = ({ ids, values }: Features, { rows }: FeatureIndex): Features => {
  const known = new Int32Array(ids.length);
  const much = new Float32Array(ids.length);
  let count = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const row = rows[ids[at] ?? 0] ?? 0;
    if (row === 0) continue;
    known[count] = row - 1;
    much[count] = values[at] ?? 0;
    count += 1;
  }
  return { ids: known.subarray(0, count), values: much.subarray(0, count) };
};

/** The same with each row once: what is learned from many times. */
export const mergedFeatures = (features: Features, index: FeatureIndex): Features => {
  const { ids, values } = knownFeatures(features, index);
  const sum = new Map<number, number>();
  for (let at = 0; at < ids.length; at += 1) {
    const row = ids[at] ?? 0;
    sum.set(row, (sum.get(row) ?? 0) + (values[at] ?? 0));
  }
  return { ids: Int32Array.from(sum.keys()), values: Float32Array.from(sum.values()) };
};
