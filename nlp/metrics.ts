import type { Answered } from './evaluate-lines.ts';

/** A share of cases with the bounds between which the true share lies (Wilson, 95 %). */
export type Share = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
};

const Z = 1.96;

/** The share of the cases for which something holds. */
export const share = <T>(cases: readonly T[], holds: (one: T) => boolean): Share => {
  const of = cases.length;
  if (of === 0) return { share: 0, low: 0, high: 1, of };
  const p = cases.filter(holds).length / of;
  const middle = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const reach = (Z / (1 + (Z * Z) / of)) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return { share: round(p), low: round(middle - reach), high: round(middle + reach), of };
};

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const firstOf = ({ got }: Answered): string => got.intents[0]?.id ?? 'none';

/** Precision and recall of every intent that was meant or found first. */
export const perIntent = (
  cases: readonly Answered[],
): Readonly<Record<string, { precision: number; recall: number; meant: number }>> => {
  const ids = [...new Set(cases.flatMap((one) => [...one.intents, firstOf(one)]))].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const meant = cases.filter(({ intents }) => intents.includes(id));
      const found = cases.filter((one) => firstOf(one) === id);
      const both = meant.filter((one) => firstOf(one) === id).length;
      const precision = found.length === 0 ? 0 : round(both / found.length);
      const recall = meant.length === 0 ? 0 : round(both / meant.length);
      return [id, { precision, recall, meant: meant.length }];
    }),
  );
};

const MOST_CONFUSIONS = 25;

/** Which intents are taken for which, most often first. */
export const confusions = (
  cases: readonly Answered[],
): readonly { readonly meant: string; readonly found: string; readonly times: number }[] => {
  const counts = new Map<string, number>();
  for (const one of cases) {
    const [meant] = one.intents;
    if (meant === undefined || meant === firstOf(one)) continue;
    const pair = `${meant} ${firstOf(one)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, two]) => two - one)
    .slice(0, MOST_CONFUSIONS)
    .map(([pair, times]) => {
      const [meant = '', found = ''] = pair.split(' ');
      return { meant, found, times };
    });
};

const BINS = 10;

/** How far the stated probabilities are from how often they were right, on average. */
export const calibrationError = (cases: readonly Answered[]): number => {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    cases.filter((one) => Math.min(Math.floor(chance(one) * BINS), BINS - 1) === bin),
  );
  const errors = bins.map((bin) => {
    const stated = bin.reduce((sum, one) => sum + chance(one), 0);
    const right = bin.filter((one) => one.intents.includes(firstOf(one))).length;
    return Math.abs(stated - right);
  });
  return cases.length === 0
    ? 0
    : round(errors.reduce((sum, error) => sum + error, 0) / cases.length);
};

const chance = ({ got }: Answered): number => got.intents[0]?.p ?? 0;

/** F1 over all requests of messages that carry several. */
export const f1 = (cases: readonly Answered[]): number => {
  let [hit, found, meant] = [0, 0, 0];
  for (const { intents, got } of cases) {
    hit += got.intents.filter(({ id }) => intents.includes(id)).length;
    found += got.intents.length;
    meant += intents.length;
  }
  return found + meant === 0 ? 0 : round((2 * hit) / (found + meant));
};

/** The value below which that share of the numbers lies. */
export const quantile = (numbers: readonly number[], at: number): number => {
  const sorted = [...numbers].sort((one, two) => one - two);
  return sorted[Math.min(Math.floor(sorted.length * at), sorted.length - 1)] ?? 0;
};
