import { type Belief, believe, learnBelief, type Trial } from './belief.ts';
import type { Thresholds } from './model.ts';

/** The share of wrong answers that is accepted among those given without asking; the bound holds for texts like those held out. */
const WRONG_WHEN_SURE = 0.02;

/** Fewer held-out texts teach nothing: the classifier's own share is taken, and must be this large. */
const ENOUGH = 30;
const WITHOUT = 0.9;

/** What held-out texts taught: how far the best guess can be believed, and from where on it needs no question. */
export type Calibration = {
  readonly belief: Belief | undefined;
  readonly sure: Thresholds['sure'];
};

/**
 * Learns how far the classifier can be believed, from texts it had not seen. The threshold is chosen by conformal risk
 * control (Angelopoulos et al., 2022): the lowest one for which the share of errors among the answers, with one error
 * added for the text to come, stays under the bound.
 */
export const calibrate = (cases: readonly Trial[]): Calibration => {
  if (cases.length < ENOUGH) return { belief: undefined, sure: WITHOUT };
  const belief = learnBelief(cases);
  const ranked = cases
    .map(({ signals, held, weight, usual = weight }) => ({
      p: believe(belief, signals),
      held,
      weight: usual,
    }))
    .sort((one, two) => two.p - one.p);
  let [wrong, all, sure] = [1, 1, 1];
  for (const { p, held, weight } of ranked) {
    all += weight;
    wrong += held ? 0 : weight;
    if (wrong / all <= WRONG_WHEN_SURE) sure = p;
  }
  return { belief, sure };
};
