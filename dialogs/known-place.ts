import type { Slots, TalkState } from '../bot/index.ts';

/** The place a tenant has told in this conversation, and what it tells by itself. */
export const knownPlace = ({ known }: TalkState): Slots =>
  Object.fromEntries(
    ['address', 'postcode', 'collective_or_individual'].flatMap((slot) => {
      const value = known[slot];
      return value === undefined ? [] : [[slot, value] as const];
    }),
  );
