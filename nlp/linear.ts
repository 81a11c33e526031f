import type { Features } from './features.ts';

/** One linear score per label: `rows` finds a feature's weights, which lie side by side for all labels. */
export type Linear = {
  readonly labels: readonly string[];
  readonly rows: Int32Array;
  readonly weights: Int8Array;
  /** What one step of a label's weights is worth. */
  readonly steps: Float32Array;
  readonly bias: Float32Array;
};

/** The score of every label, in the order of `labels`. */
export const scoresOf = (
  { labels, rows, weights, steps, bias }: Linear,
  { ids, values }: Features,
): Float64Array => {
  const width = labels.length;
  const sums = new Float64Array(width);
  for (let at = 0; at < ids.length; at += 1) {
    const row = rows[ids[at] ?? 0] ?? 0;
    if (row === 0) continue;
    const value = values[at] ?? 0;
    const start = (row - 1) * width;
    for (let column = 0; column < width; column += 1) {
      sums[column] = (sums[column] ?? 0) + value * (weights[start + column] ?? 0);
    }
  }
  return sums.map((sum, column) => sum * (steps[column] ?? 0) + (bias[column] ?? 0));
};

/** The share of a text's features that the lessons had. */
export const familiarity = ({ rows }: Linear, { ids }: Features): number => {
  let known = 0;
  for (const id of ids) if ((rows[id] ?? 0) > 0) known += 1;
  return ids.length === 0 ? 0 : known / ids.length;
};
