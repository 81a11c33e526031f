import type { Linear } from './linear.ts';
import type { Logistic } from './logistic.ts';

/** What was learned from the examples; plain data that can be kept and read back. */
export type Model = {
  readonly linear: Linear;
  /** Turns scores into probabilities. */
  readonly temperature: number;
  /** The chance that the best guess is right, from the signals of a text. */
  readonly confidence: Logistic;
  /** The chance that a text tells of a danger. */
  readonly danger: Logistic;
  readonly thresholds: Thresholds;
  /** Words of the examples, how often they were seen. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Short examples as they stand, and the one intent they mean. */
  readonly sayings: ReadonlyMap<string, string>;
};

/** From where on a probability is enough for what. */
type Thresholds = {
  /** The best guess may be acted on without asking. */
  readonly sure: number;
  /** The text alone is enough to warn of a danger. */
  readonly danger: number;
};
