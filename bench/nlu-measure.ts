import type { Line } from './nlu-data.ts';
import type { Scored } from './nlu-metrics.ts';

/** The best intent for a text, never out of scope, and how sure that is. */
export type Answer = { readonly intent: string; readonly score: number };

/** A system that has learned. */
export type Learned = {
  readonly ask: (text: string) => Answer | Promise<Answer>;
  /** What it takes to keep what was learned, MB, where the system can pack it. */
  readonly packedMb?: number;
};

/** A system under measurement: it learns from lines, out-of-scope ones among them or not. */
export type System = {
  readonly name: string;
  readonly learn: (lines: readonly Line[]) => Promise<Learned>;
};

/** A system that has learned, and what that took. */
export type Trained = Learned & {
  readonly cost: { readonly trainSeconds: number; readonly packedMb?: number };
};

/** What an answer takes, ms. */
export type Times = { readonly p50: number; readonly p99: number };

/** Lets a system learn, and says on the error stream how long that took. */
export const train = async (
  { name, learn }: System,
  lines: readonly Line[],
  from: string,
): Promise<Trained> => {
  console.error(`${name}: learning from ${lines.length} lines of ${from}…`);
  const start = performance.now();
  const learned = await learn(lines);
  const trainSeconds = Math.round((performance.now() - start) / 100) / 10;
  console.error(`${name}: learned in ${trainSeconds} s.`);
  const { packedMb } = learned;
  return { ...learned, cost: { trainSeconds, ...(packedMb === undefined ? {} : { packedMb }) } };
};

/** Asks a system for the meaning of every line. */
export const askAll = async (
  { ask }: Learned,
  lines: readonly Line[],
): Promise<{ readonly scored: readonly Scored[]; readonly ms: Times }> => {
  const scored: Scored[] = [];
  const times: number[] = [];
  for (const { text, intent: meant } of lines) {
    const start = performance.now();
    const { intent, score } = await ask(text);
    times.push(performance.now() - start);
    scored.push({ meant, intent, score });
  }
  return { scored, ms: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) } };
};

const quantile = (times: readonly number[], at: number): number => {
  const sorted = [...times].sort((one, two) => one - two);
  return Math.round((sorted[Math.floor(sorted.length * at)] ?? 0) * 1000) / 1000;
};
