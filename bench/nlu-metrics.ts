import { OUT_OF_SCOPE } from './nlu-data.ts';

/** A message whose meaning is known, with the best intent found for it and how sure that is. */
export type Scored = { readonly meant: string; readonly intent: string; readonly score: number };

/** A share of cases with the bounds between which the true share lies (Wilson, 95 %), all in percent. */
export type Percent = {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
};

/** What is left of in-scope accuracy, and what is kept out, when scores below a threshold are refused. */
export type OperatingPoint = {
  readonly threshold: number;
  readonly inScopeAccuracy: Percent;
  readonly outOfScopeRecall: Percent;
};

const Z = 1.96;

/** A share of so many cases. */
export const percentOf = (hits: number, of: number): Percent => {
  if (of === 0) return { percent: 0, low: 0, high: 100, of };
  const p = hits / of;
  const widening = 1 + (Z * Z) / of;
  const middle = (p + (Z * Z) / (2 * of)) / widening;
  const reach = (Z / widening) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return { percent: tenth(p), low: tenth(middle - reach), high: tenth(middle + reach), of };
};

const tenth = (share: number): number => Math.round(share * 1000) / 10;

const isKnown = ({ meant }: Scored): boolean => meant !== OUT_OF_SCOPE;
const isRight = ({ meant, intent }: Scored): boolean => meant === intent;
const down = (one: number, two: number): number => two - one;

/** How many in-scope messages are understood when nothing is refused. */
export const closedAccuracy = (scored: readonly Scored[]): Percent => {
  const known = scored.filter(isKnown);
  return percentOf(known.filter(isRight).length, known.length);
};

/** The chance that an in-scope message scores above an out-of-scope one, a tie counting half, in percent. */
export const auroc = (scored: readonly Scored[]): number => {
  const known = scored.filter(isKnown);
  const unknown = scored.filter((one) => !isKnown(one));
  let won = 0;
  for (const { score } of known) {
    for (const other of unknown) won += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  }
  return tenth(won / (known.length * unknown.length));
};

/** How many out-of-scope messages pass the threshold that 95 % of the in-scope ones pass. */
export const fpr95 = (scored: readonly Scored[]): number => {
  const known = scored
    .filter(isKnown)
    .map(({ score }) => score)
    .sort(down);
  const threshold = known[Math.ceil(known.length * 0.95) - 1] ?? 0;
  const unknown = scored.filter((one) => !isKnown(one));
  return percentOf(unknown.filter(({ score }) => score >= threshold).length, unknown.length)
    .percent;
};

/** The highest threshold that leaves that much in-scope accuracy; undefined when even none does. */
export const thresholdFor = (scored: readonly Scored[], accuracy: number): number | undefined => {
  const known = scored.filter(isKnown);
  const right = known
    .filter(isRight)
    .map(({ score }) => score)
    .sort(down);
  return right[Math.ceil(known.length * accuracy) - 1];
};

/** The threshold with the most messages right, refused out-of-scope ones among them. */
export const bestThreshold = (scored: readonly Scored[]): number => {
  const sorted = [...scored].sort((one, two) => two.score - one.score);
  let [right, most, best] = [0, 0, Number.MAX_VALUE];
  sorted.forEach((one, at) => {
    if (isKnown(one)) right += isRight(one) ? 1 : 0;
    else right -= 1;
    const isLastOfTie = sorted[at + 1]?.score !== one.score;
    if (isLastOfTie && right > most) [most, best] = [right, one.score];
  });
  return best;
};

/** What a threshold does to scored messages. */
export const operatingPoint = (scored: readonly Scored[], threshold: number): OperatingPoint => {
  const known = scored.filter(isKnown);
  const unknown = scored.filter((one) => !isKnown(one));
  const kept = known.filter((one) => isRight(one) && one.score >= threshold).length;
  const refused = unknown.filter(({ score }) => score < threshold).length;
  return {
    threshold: Number(threshold.toPrecision(4)),
    inScopeAccuracy: percentOf(kept, known.length),
    outOfScopeRecall: percentOf(refused, unknown.length),
  };
};
