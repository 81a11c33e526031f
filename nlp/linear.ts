import type { Rows } from './table.ts';

/** One support vector machine a label: what each starts from; its weights are rows of a table. */
export type Linear = { readonly labels: readonly string[]; readonly bias: Float32Array };

/** As it was learned, with its rows. */
export type LearnedLinear = Linear & { readonly rows: Rows };

/** The score of every label, in the order of `labels`, from what a text's rows add up to. */
export const linearScores = ({ labels, bias }: Linear, sums: Float64Array): Float64Array => {
  const scores = new Float64Array(labels.length);
  for (let label = 0; label < scores.length; label += 1) {
    scores[label] = (sums[label] ?? 0) + (bias[label] ?? 0);
  }
  return scores;
};
