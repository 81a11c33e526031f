/** The moments at which a fault test can kill the process; each name says what has just happened or is about to. */
export const CRASH_POINTS = [
  'before-inbound',
  'after-inbound',
  'after-claim',
  'before-save',
  'after-save',
  'after-projection',
  'before-settle',
  'after-finish',
  'after-settle',
  'before-send',
  'after-send',
  'after-record',
] as const;

/** One such moment. */
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Called at each of them; does nothing but in fault tests. */
export type Reach = (point: CrashPoint) => void;
