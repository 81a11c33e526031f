import type { Features } from './features.ts';
import { FEATURE_SPACE } from './hash.ts';
import type { Linear } from './linear.ts';
import { BIAS, separate } from './separate.ts';

/** One text to learn from, and the labels it carries. */
export type Lesson = { readonly features: Features; readonly labels: ReadonlySet<string> };

/** A feature seen less often says nothing. */
const SEEN_ENOUGH = 2;
const FINEST = 127;

/** Learns one support vector machine per label (dual coordinate descent, squared hinge); the same lessons give the same result. */
export const trainLinear = (lessons: readonly Lesson[], labels: readonly string[]): Linear => {
  const { rows, size } = commonFeatures(lessons);
  const data = lessons.map(({ features }) => compact(features, rows));
  const norms = Float64Array.from(data, ({ values }) => squares(values) + BIAS * BIAS);
  const weights = new Int8Array(size * labels.length);
  const steps = new Float32Array(labels.length);
  const bias = new Float32Array(labels.length);
  labels.forEach((label, column) => {
    const signs = Int8Array.from(lessons, (lesson) => (lesson.labels.has(label) ? 1 : -1));
    const learned = separate({ data, norms, signs, size });
    bias[column] = learned[size] ?? 0;
    steps[column] = quantise(learned, weights, { size, column, width: labels.length });
  });
  return { labels, rows, weights, steps, bias };
};

const commonFeatures = (lessons: readonly Lesson[]) => {
  const seen = new Int32Array(FEATURE_SPACE);
  for (const { features } of lessons) for (const id of features.ids) seen[id] = (seen[id] ?? 0) + 1;
  let size = 0;
  const rows = seen.map((times) => {
    if (times < SEEN_ENOUGH) return 0;
    size += 1;
    return size;
  });
  return { rows, size };
};

const compact = ({ ids, values }: Features, rows: Int32Array): Features => {
  const kept = Array.from(ids, (_, at) => at).filter((at) => (rows[ids[at] ?? 0] ?? 0) > 0);
  return {
    ids: Int32Array.from(kept, (at) => (rows[ids[at] ?? 0] ?? 0) - 1),
    values: Float32Array.from(kept, (at) => values[at] ?? 0),
  };
};

const squares = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value * value, 0);

const quantise = (
  learned: Float64Array,
  weights: Int8Array,
  {
    size,
    column,
    width,
  }: { readonly size: number; readonly column: number; readonly width: number },
): number => {
  let largest = 0;
  for (let row = 0; row < size; row += 1) largest = Math.max(largest, Math.abs(learned[row] ?? 0));
  const step = largest / FINEST || 1;
  for (let row = 0; row < size; row += 1) {
    weights[row * width + column] = Math.round((learned[row] ?? 0) / step);
  }
  return step;
};
