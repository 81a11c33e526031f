import type { Instant } from './clock.ts';
import type { Holder } from './conversation.ts';

/** Far enough back to stand before everybody who waits, ms: a hundred years. */
const FRONT = 100 * 365 * 24 * 60 * 60_000;

/** Where a waiting conversation stands among those as dangerous: less is sooner, and whose agent is gone is soonest. */
export const queuePlace = ({
  reason,
  since,
}: Pick<Extract<Holder, { kind: 'queue' }>, 'reason' | 'since'>): Instant =>
  reason === 'agent_gone' ? since - FRONT : since;
