import type { Belief } from './belief.ts';
import type { Classifier } from './classifier.ts';

/** What was learned from the examples; plain data that can be kept and read back. */
export type Model = {
  readonly classifier: Classifier;
  /** The chance that the best guess is right, from the signals of a text; none where too few examples were tried. */
  readonly belief: Belief | undefined;
  /** The chance that a text tells of a danger; none where no example does. */
  readonly danger: Belief | undefined;
  readonly thresholds: Thresholds;
  /** Words of the examples, how often they were seen. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Short examples as they stand, and the one intent they mean. */
  readonly sayings: ReadonlyMap<string, string>;
};

/** From where on a probability is enough for what. */
export type Thresholds = {
  /** The best guess may be acted on without asking. */
  readonly sure: number;
  /** A text is taken for a danger that is there now. */
  readonly danger: number;
};
