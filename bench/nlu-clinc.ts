import type { Clinc } from './nlu-data.ts';
import { askAll, type System, type Times, train } from './nlu-measure.ts';
import {
  auroc,
  bestThreshold,
  closedAccuracy,
  fpr95,
  type OperatingPoint,
  operatingPoint,
  type Percent,
  type Scored,
  thresholdFor,
} from './nlu-metrics.ts';

/** A system on CLINC150, by what it answers to the test lines. */
export type ClincResult = {
  readonly trainSeconds: number;
  readonly packedMb?: number;
  readonly ms: Times;
  readonly closed: Percent;
  readonly auroc: number;
  readonly fpr95: number;
  /** On the test lines, at the threshold that has most of the validation lines right. */
  readonly mostRightOnValidation: OperatingPoint;
  /** On the test lines, at the threshold that leaves that much in-scope accuracy on the validation lines. */
  readonly thresholdFromValidation: Points;
  /** On the test lines, at the threshold that leaves that much on the test lines themselves: the curve, not a promise. */
  readonly testCurve: Points;
};

/** By in-scope accuracy; `unreachable` where the system has less even when it refuses nothing. */
type Points = Readonly<Record<string, OperatingPoint | 'unreachable'>>;

const ACCURACIES = [0.915, 0.92, 0.93];

/** Trains a system on CLINC150 with the out-of-scope training lines, and measures what it knows and what it refuses. */
export const measureClinc = async (system: System, clinc: Clinc): Promise<ClincResult> => {
  const trained = await train(system, clinc.train, 'CLINC150');
  const validation = await askAll(trained, clinc.validation);
  const { scored, ms } = await askAll(trained, clinc.test);
  return {
    ...trained.cost,
    ms,
    closed: closedAccuracy(scored),
    auroc: auroc(scored),
    fpr95: fpr95(scored),
    mostRightOnValidation: operatingPoint(scored, bestThreshold(validation.scored)),
    thresholdFromValidation: pointsOf(scored, validation.scored),
    testCurve: pointsOf(scored, scored),
  };
};

/** What is measured on some lines at the thresholds that others give. */
const pointsOf = (scored: readonly Scored[], chosenOn: readonly Scored[]): Points =>
  Object.fromEntries(
    ACCURACIES.map((accuracy) => {
      const threshold = thresholdFor(chosenOn, accuracy);
      const point = threshold === undefined ? undefined : operatingPoint(scored, threshold);
      return [`atLeast${accuracy * 100}`, point ?? 'unreachable'];
    }),
  );
