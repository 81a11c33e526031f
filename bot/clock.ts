/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Time as a parameter: what a test can hold still. */
export type Clock = {
  readonly now: () => Instant;
  /** Calls `run` once after `ms` milliseconds; the returned function cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
};
