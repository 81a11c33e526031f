import type { Features } from './features.ts';
import type { LearnedLinear } from './linear.ts';
import { quantise } from './quantise.ts';
import { BIAS, separate } from './separate.ts';

/** What support vector machines learn from: texts by row, and the labels each has. */
export type LinearLessons = {
  readonly data: readonly Features[];
  readonly targets: readonly Int32Array[];
  readonly labels: readonly string[];
  /** How many rows there are. */
  readonly size: number;
};

/** Learns one support vector machine per label (dual coordinate descent, squared hinge); the same lessons give the same result. */
export const trainLinear = ({ data, targets, labels, size }: LinearLessons): LearnedLinear => {
  const norms = Float64Array.from(data, ({ values }) => squares(values) + BIAS * BIAS);
  const weights = new Float32Array(size * labels.length);
  const bias = new Float32Array(labels.length);
  labels.forEach((_, column) => {
    const signs = Int8Array.from(targets, (target) => (target.includes(column) ? 1 : -1));
    const learned = separate({ data, norms, signs, size });
    bias[column] = learned[size] ?? 0;
    for (let row = 0; row < size; row += 1) {
      weights[row * labels.length + column] = learned[row] ?? 0;
    }
  });
  return { labels, bias, rows: quantise(weights, labels.length) };
};

const squares = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value * value, 0);
