import { type Case, fitLogistic, type Logistic, leaning, probability } from './logistic.ts';

/** A case to learn from: how much it counts for telling right from wrong, and how much of it there usually is. */
export type Trial = Case & { readonly usual?: number };

/** How signals become the probability that the best guess is right. */
export type Belief = {
  readonly middles: readonly number[];
  readonly spreads: readonly number[];
  readonly weights: Logistic;
  /** Makes of what the weights say a probability for the usual mixture of texts. */
  readonly scale: Logistic;
};

/** A signal this many spreads away says no more than one nearer. */
const FARTHEST = 3;

/** Learns from cases which signals speak for a right answer. */
export const learnBelief = (cases: readonly Trial[]): Belief => {
  const width = cases[0]?.signals.length ?? 0;
  const of = (at: number) => cases.map(({ signals }) => signals[at] ?? 0);
  const middles = Array.from({ length: width }, (_, at) => mean(of(at)));
  const spreads = middles.map((middle, at) => {
    const spread = Math.sqrt(mean(of(at).map((value) => (value - middle) ** 2)));
    return spread > 0 ? spread : 1;
  });
  const learned = cases.map((one) => ({
    ...one,
    signals: standard({ middles, spreads }, one.signals),
  }));
  const weights = fitLogistic(learned);
  const told = learned.map(({ signals, held }, at) => ({
    signals: [leaning(weights, signals)],
    held,
    weight: cases[at]?.usual ?? cases[at]?.weight ?? 1,
  }));
  return { middles, spreads, weights, scale: fitLogistic(told) };
};

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);

/** Each signal on one scale, and squared, so that it may matter most in the middle. */
const standard = (
  { middles, spreads }: Pick<Belief, 'middles' | 'spreads'>,
  signals: readonly number[],
): readonly number[] => {
  const scaled = signals.map((signal, at) => (signal - (middles[at] ?? 0)) / (spreads[at] ?? 1));
  return [...scaled, ...scaled.map((value) => Math.min(value * value, FARTHEST * FARTHEST))];
};

/** The probability that the best guess is right. */
export const believe = (belief: Belief, signals: readonly number[]): number =>
  probability(belief.scale, [leaning(belief.weights, standard(belief, signals))]);
