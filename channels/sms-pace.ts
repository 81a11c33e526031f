import type { Clock } from '../bot/index.ts';

/** A turn that comes sooner than this is waited for, ms; for a later one the text comes back. */
const WORTH_WAITING = 1_000;

/** Turns that are kept for texts that will come back. */
const MOST_KEPT = 10_000;

/** Lets texts of one number go at the pace its provider carries them. */
export type SmsPace = {
  /** Undefined when it is this text's turn; else how long until it is, ms. What is urgent goes at once. */
  readonly turn: (key: string, urgent: boolean) => Promise<number | undefined>;
};

/** Builds the pace. */
export const createSmsPace = (clock: Clock, perSecond: number): SmsPace => {
  const kept = new Map<string, number>();
  const gap = 1_000 / perSecond;
  let next = 0;
  const turnOf = (key: string): number => {
    const at = kept.get(key) ?? Math.max(next, clock.now());
    if (!kept.has(key)) next = at + gap;
    return at;
  };
  return {
    turn: async (key, urgent) => {
      if (urgent) return undefined;
      const wait = turnOf(key) - clock.now();
      if (wait > WORTH_WAITING) {
        if (kept.size < MOST_KEPT) kept.set(key, clock.now() + wait);
        return wait;
      }
      kept.delete(key);
      if (wait > 0) await new Promise<void>((go) => clock.after(wait, go));
      return undefined;
    },
  };
};
