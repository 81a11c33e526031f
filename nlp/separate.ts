import { createChance, shuffle } from './chance.ts';
import type { Features } from './features.ts';

/** The part of every text that is always the same. */
export const BIAS = 1;

/** How much a lesson on the wrong side costs, against the simplicity of the weights. */
const COST = 0.5;
/** A label has few examples and many counter-examples: each example counts this much more. */
const EXAMPLE_WEIGHT = 3;
const EPOCHS = 7;

/** Lessons, the square of each one's length, and on which side each belongs. */
export type Problem = {
  readonly data: readonly Features[];
  readonly norms: Float64Array;
  readonly signs: Int8Array;
  readonly size: number;
};

/** The weights that separate the two sides best (dual coordinate descent, squared hinge); the last one is the bias. */
export const separate = (problem: Problem): Float64Array => {
  const { data, size } = problem;
  const weights = new Float64Array(size + 1);
  const alphas = new Float64Array(data.length);
  const order = Int32Array.from(data, (_, at) => at);
  const chance = createChance(7);
  let active = data.length;
  for (let epoch = 0; epoch < EPOCHS && active > 0; epoch += 1) {
    shuffle(order.subarray(0, active), chance);
    active = pass(problem, { weights, alphas, order, active, last: epoch === EPOCHS - 1 });
  }
  return weights;
};

type Progress = {
  readonly weights: Float64Array;
  readonly alphas: Float64Array;
  readonly order: Int32Array;
  readonly active: number;
  readonly last: boolean;
};

/** One round over the lessons that still matter; those clearly on the right side leave the rounds. */
const pass = (problem: Problem, { weights, alphas, order, active }: Progress): number => {
  let still = active;
  for (let at = 0; at < still; at += 1) {
    const lesson = order[at] ?? 0;
    if (!adjust(problem, { weights, alphas, lesson })) {
      still -= 1;
      order[at] = order[still] ?? 0;
      order[still] = lesson;
      at -= 1;
    }
  }
  return still;
};

const CLEARLY_RIGHT = 0.6;

const adjust = (
  { data, norms, signs, size }: Problem,
  { weights, alphas, lesson }: Pick<Progress, 'weights' | 'alphas'> & { readonly lesson: number },
): boolean => {
  const sign = signs[lesson] ?? -1;
  const features = data[lesson];
  if (features === undefined) return false;
  const soft = 1 / (2 * COST * (sign > 0 ? EXAMPLE_WEIGHT : 1));
  const alpha = alphas[lesson] ?? 0;
  const gradient = sign * product(weights, features, size) - 1 + alpha * soft;
  if (alpha === 0 && gradient > CLEARLY_RIGHT) return false;
  const next = Math.max(alpha - gradient / ((norms[lesson] ?? 1) + soft), 0);
  alphas[lesson] = next;
  if (next !== alpha) add(weights, features, { by: (next - alpha) * sign, size });
  return true;
};

const product = (weights: Float64Array, { ids, values }: Features, size: number): number => {
  let sum = (weights[size] ?? 0) * BIAS;
  for (let at = 0; at < ids.length; at += 1)
    sum += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
};

const add = (
  weights: Float64Array,
  { ids, values }: Features,
  { by, size }: { readonly by: number; readonly size: number },
): void => {
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + by * (values[at] ?? 0);
  }
  weights[size] = (weights[size] ?? 0) + by * BIAS;
};
