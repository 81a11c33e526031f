import type { Instant } from './clock.ts';

/** When somebody is at the desk, by the landlord's opening hours and public holidays. */
export type OfficeHours = {
  readonly isOpen: (at: Instant) => boolean;
  /** The next opening after a moment at which it is closed; nothing when it is open or hours are not told. */
  readonly opensAfter: (at: Instant) => Instant | undefined;
};
