/** A wait that can be cut short. */
export type Pause = {
  /** Resolves after so many milliseconds, or earlier when `cut` is called. */
  readonly wait: (ms: number) => Promise<void>;
  readonly cut: () => void;
};

/** Builds a wait for one loop: only one runs at a time. */
export const createPause = (): Pause => {
  let cut: () => void = () => undefined;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        cut = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    cut: () => cut(),
  };
};

/** How long to wait before the next try: doubling, bounded, and never the same for all clients. */
export const backoff = (
  failures: number,
  { first, longest, random }: { first: number; longest: number; random: () => number },
): number => {
  const whole = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return whole / 2 + (whole / 2) * random();
};
