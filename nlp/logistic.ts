/** A probability from a few signals: one weight each, the last one alone. */
export type Logistic = readonly number[];

/** One case to learn from: its signals, whether it held, and how much it counts. */
export type Case = {
  readonly signals: readonly number[];
  readonly held: boolean;
  readonly weight: number;
};

const ROUNDS = 400;
const RATE = 0.8;
const SHRINK = 1e-4;

/** The probability that the signals speak for. */
export const probability = (weights: Logistic, signals: readonly number[]): number =>
  sigmoid(
    signals.reduce((sum, signal, at) => sum + signal * (weights[at] ?? 0), weights.at(-1) ?? 0),
  );

/** Fits the weights by gradient descent with momentum; deterministic. */
export const fitLogistic = (cases: readonly Case[]): Logistic => {
  const width = (cases[0]?.signals.length ?? 0) + 1;
  const weights = new Array<number>(width).fill(0);
  const speed = new Array<number>(width).fill(0);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = slopeOf(cases, weights);
    for (let at = 0; at < width; at += 1) {
      const pull = (slope[at] ?? 0) / total - SHRINK * (weights[at] ?? 0);
      speed[at] = 0.9 * (speed[at] ?? 0) + RATE * pull;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return weights;
};

const slopeOf = (cases: readonly Case[], weights: Logistic): readonly number[] => {
  const slope = new Array<number>(weights.length).fill(0);
  for (const { signals, held, weight } of cases) {
    const error = weight * ((held ? 1 : 0) - probability(weights, signals));
    for (let at = 0; at < signals.length; at += 1) {
      slope[at] = (slope[at] ?? 0) + error * (signals[at] ?? 0);
    }
    slope[signals.length] = (slope[signals.length] ?? 0) + error;
  }
  return slope;
};

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
