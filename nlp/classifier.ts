import { type FeatureIndex, knownFeatures } from './feature-index.ts';
import { type Features, featuresOf } from './features.ts';
import { type Linear, linearScores } from './linear.ts';
import { type Network, networkScores } from './network.ts';
import { signalsOf, topTwo } from './signals.ts';
import { sumsOf } from './sums.ts';
import type { Table } from './table.ts';

/** Label of the score that says how much a text sounds like any danger. */
export const DANGER_LABEL = '@danger';
/** Label of the score that says how English a text is. */
export const ENGLISH_LABEL = '@en';
/** Three ways to judge a text that have learned from the same examples: they err differently. */
export type Classifier = {
  /** All intents but `out_of_scope`. */
  readonly intents: readonly string[];
  readonly index: FeatureIndex;
  /** The weights of all three. */
  readonly table: Table;
  /** One support vector machine an intent, and for `out_of_scope`, danger and English. */
  readonly linear: Linear;
  /** Learned that strange texts belong to no intent: it spreads its belief over all. */
  readonly open: Network;
  /** Learned `out_of_scope` as one more intent. */
  readonly closed: Network;
};

/** What the classifier thinks of a text before anything is decided. */
export type Opinion = {
  /** The belief in each intent, in the order of `intents`; with `strange` it adds up to one. */
  readonly shares: Float64Array;
  /** The belief in `out_of_scope`. */
  readonly strange: number;
  /** The intent with the largest share. */
  readonly best: number;
  readonly danger: number;
  readonly english: number;
  /** What tells a right answer from a wrong one. */
  readonly signals: readonly number[];
};

/** Asks the classifier what it thinks of some words; `unknown` is the share of words that no example has. */
export const opinionOf = (
  classifier: Classifier,
  words: readonly string[],
  unknown: number,
): Opinion => {
  const features = featuresOf(words);
  return opinionOn(classifier, features, unknown);
};

/** The same for a text that has been made into features already. */
export const opinionOn = (
  { intents, index, table, linear, open, closed }: Classifier,
  features: Features,
  unknown: number,
): Opinion => {
  const known = knownFeatures(features, index);
  const [machines = NONE, first = NONE, second = NONE] = sumsOf(table, known);
  const seen = {
    linear: linearScores(linear, machines),
    open: networkScores(open, first),
    closed: networkScores(closed, second),
  };
  const count = intents.length;
  const [byLinear, byOpen, byClosed] = [
    sharesOf(seen.linear.subarray(0, count + 1), SHARPNESS),
    sharesOf(seen.open, 1),
    sharesOf(seen.closed, 1),
  ];
  const strange = ((byLinear[count] ?? 0) + (byClosed[count] ?? 0)) / 2;
  const shares = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const opened = (byOpen[at] ?? 0) * (1 - strange);
    shares[at] = (opened + (byLinear[at] ?? 0) + (byClosed[at] ?? 0)) / 3;
  }
  const of = (label: string): number => seen.linear[linear.labels.indexOf(label)] ?? 0;
  return {
    shares,
    strange: 1 - shares.reduce((sum, p) => sum + p, 0),
    best: largest(shares),
    danger: of(DANGER_LABEL),
    english: of(ENGLISH_LABEL),
    signals: signalsOf({
      shares,
      seen,
      byOpen,
      byClosed,
      count,
      unknown,
      familiar: known.ids.length / (features.ids.length || 1),
    }),
  };
};

const NONE = new Float64Array();

/** Turns the scores of support vector machines, which lie around ±1, into shares. */
const SHARPNESS = 4;

const sharesOf = (scores: Float64Array, sharpness: number): Float64Array => {
  const most = topTwo(scores)[0];
  const shares = new Float64Array(scores.length);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp(((scores[at] ?? 0) - most) * sharpness);
    shares[at] = power;
    total += power;
  }
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / total;
  return shares;
};

const largest = (numbers: Float64Array): number => {
  let best = 0;
  for (let at = 1; at < numbers.length; at += 1) {
    if ((numbers[at] ?? 0) > (numbers[best] ?? 0)) best = at;
  }
  return best;
};
