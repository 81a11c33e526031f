import type { Rows } from './table.ts';

/** A network with one hidden layer; the weights that lead to that layer are rows of a table. */
export type Network = {
  /** How many units the hidden layer has. */
  readonly width: number;
  readonly labels: readonly string[];
  readonly bias: Float32Array;
  /** The weights from the hidden layer, side by side for each label. */
  readonly out: Float32Array;
  readonly outBias: Float32Array;
};

/** As it was learned, with its rows. */
export type LearnedNetwork = Network & { readonly rows: Rows };

/** The score of every label, in the order of `labels`, from what a text's rows add up to. */
export const networkScores = (
  { width, bias, out, outBias }: Network,
  sums: Float64Array,
): Float64Array => {
  const scores = Float64Array.from(outBias);
  for (let unit = 0; unit < width; unit += 1) {
    const felt = (sums[unit] ?? 0) + (bias[unit] ?? 0);
    if (felt <= 0) continue;
    for (let label = 0, at = unit; label < scores.length; label += 1, at += width) {
      scores[label] = (scores[label] ?? 0) + felt * (out[at] ?? 0);
    }
  }
  return scores;
};
