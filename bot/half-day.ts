import type { Instant } from './clock.ts';

/** Half of a working day in which somebody can come. */
export type HalfDay = {
  /** Day and part, such as `2026-11-26:morning`: what is kept of an appointment. */
  readonly id: string;
  readonly part: 'morning' | 'afternoon';
  readonly from: Instant;
  readonly to: Instant;
};

/** The half-days in which the landlord comes. */
export type HalfDays = {
  /** The next half-days that can be offered to somebody who asks at `now`, soonest first. */
  readonly offered: (now: Instant, count: number) => readonly HalfDay[];
  /** The half-day with this id; nothing when it is none. */
  readonly read: (id: string) => HalfDay | undefined;
};
