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
  { width, labels, bias, out, outBias }: Network,
  sums: Float64Array,
): Float64Array => {
  const felt = sums.map((sum, unit) => Math.max(sum + (bias[unit] ?? 0), 0));
  const scores = new Float64Array(labels.length);
  for (let label = 0; label < labels.length; label += 1) {
    let score = outBias[label] ?? 0;
    const start = label * width;
    for (let unit = 0; unit < width; unit += 1) {
      score += (felt[unit] ?? 0) * (out[start + unit] ?? 0);
    }
    scores[label] = score;
  }
  return scores;
};
