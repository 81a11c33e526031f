/** A probability from a few signals: one weight each, the last one alone. */
export type Logistic = readonly number[];

/** One case to learn from: its signals, whether it held, and how much it counts. */
export type Case = {
  readonly signals: readonly number[];
  readonly held: boolean;
  readonly weight: number;
};

const ROUNDS = 400;
const RATE = 0.3;
const SHRINK = 1e-3;

/** The probability that the signals speak for. */
export const probability = (weights: Logistic, signals: readonly number[]): number =>
  sigmoid(leaning(weights, signals));

/** The same on the scale of log odds: above zero speaks for it. */
export const leaning = (weights: Logistic, signals: readonly number[]): number =>
  signals.reduce((sum, signal, at) => sum + signal * (weights[at] ?? 0), weights.at(-1) ?? 0);

/** Fits the weights by gradient descent with momentum; deterministic. */
export const fitLogistic = (cases: readonly Case[]): Logistic => {
  const width = (cases[0]?.signals.length ?? 0) + 1;
  const table = Float64Array.from(cases.flatMap(({ signals }) => [...signals, 1]));
  const weights = new Float64Array(width);
  const speed = new Float64Array(width);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = slopeOf(cases, table, weights);
    for (let at = 0; at < width; at += 1) {
      const pull = (slope[at] ?? 0) / total - SHRINK * (weights[at] ?? 0);
      speed[at] = 0.9 * (speed[at] ?? 0) + RATE * pull;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return [...weights];
};

/** Which way each weight should go; `table` has the signals of the cases side by side, each with a one at its end. */
const slopeOf = (
  cases: readonly Case[],
  table: Float64Array,
  weights: Float64Array,
): Float64Array => {
  const width = weights.length;
  const slope = new Float64Array(width);
  cases.forEach(({ held, weight }, row) => {
    const start = row * width;
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += (table[start + at] ?? 0) * (weights[at] ?? 0);
    const error = weight * ((held ? 1 : 0) - sigmoid(sum));
    for (let at = 0; at < width; at += 1) {
      slope[at] = (slope[at] ?? 0) + error * (table[start + at] ?? 0);
    }
  });
  return slope;
};

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
