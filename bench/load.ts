/** What a run of calls showed. */
export type Measured = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly calls: number;
};

/** Repeats `call` on `lanes` lanes side by side for `seconds`, after one call each to warm up. */
export const measure = async (
  lanes: readonly (() => Promise<void>)[],
  seconds: number,
): Promise<Measured> => {
  await Promise.all(lanes.map((call) => call()));
  const taken: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(lanes.map((call) => repeat(call, end, taken)));
  const elapsed = (performance.now() - begun) / 1000;
  const sorted = taken.sort((a, b) => a - b);
  return {
    perSecond: Math.round(sorted.length / elapsed),
    p50Ms: rounded(at(sorted, 0.5)),
    p99Ms: rounded(at(sorted, 0.99)),
    calls: sorted.length,
  };
};

const repeat = async (call: () => Promise<void>, end: number, taken: number[]): Promise<void> => {
  while (performance.now() < end) {
    const begun = performance.now();
    await call();
    taken.push(performance.now() - begun);
  }
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const rounded = (value: number): number => Math.round(value * 10) / 10;
