import type { Moment } from './moment.ts';

/** One way to take a message; nothing when it is not for this one. */
export type Step = (moment: Moment) => Moment | undefined;

/** What the first step that takes the message makes of it. */
export const firstOf = (
  moment: Moment,
  steps: readonly (Step | undefined)[],
): Moment | undefined => {
  for (const step of steps) {
    const taken = step?.(moment);
    if (taken !== undefined) return taken;
  }
  return undefined;
};
