import type { Clock } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { Log } from './log.ts';
import type { Worker } from './worker.ts';

/** How long a conversation is kept at hand after its last message, ms. */
const LINGER = 1_000;

/** Rows taken in before they are marked done whatever happens. */
const MOST_HANDLED = 20;

/** What follows a pass: keep the conversation at hand for a moment, or give it back at once. */
type Then = 'linger' | 'rest';

/** Runs passes: one at a time per conversation, side by side between conversations. */
export type Lanes = {
  /** Resolves when everything that had come in before the call is taken in. */
  readonly work: (id: string, then?: Then) => Promise<void>;
  /** Whether a conversation is at hand or being worked on here. */
  readonly busy: (id: string) => boolean;
  /** Waits for every pass and gives all leases back. */
  readonly drain: () => Promise<void>;
};

type Lane = {
  readonly id: string;
  pending: number;
  running: Promise<void>;
  next: Promise<void> | undefined;
  held: Conversation | undefined;
  cancelNext: () => void;
};

type Tools = { readonly worker: Worker; readonly clock: Clock; readonly log: Log };

/** Builds the lanes. */
export const createLanes = ({ worker, clock, log }: Tools): Lanes => {
  const lanes = new Map<string, Lane>();

  const laneOf = (id: string): Lane => {
    const lane = lanes.get(id) ?? emptyLane(id);
    lanes.set(id, lane);
    return lane;
  };

  const queue = (lane: Lane, run: () => Promise<void>): Promise<void> => {
    lane.pending += 1;
    const done = lane.running.then(run).finally(() => {
      lane.pending -= 1;
      if (lane.pending === 0 && lane.held === undefined) lanes.delete(lane.id);
    });
    lane.running = done.catch(() => undefined);
    return done;
  };

  const rest = async (lane: Lane): Promise<void> => {
    const { held } = lane;
    lane.held = undefined;
    lane.cancelNext();
    if (held !== undefined) await worker.rest(held);
  };

  /** Comes back when what was heard is to be answered; otherwise gives the conversation back after a while. */
  const comeBack = (lane: Lane, { heard }: Conversation): void => {
    lane.cancelNext();
    const wait = heard === undefined ? LINGER : Math.max(0, heard.until - clock.now());
    lane.cancelNext = clock.after(wait, () => {
      const run = heard === undefined ? queue(lane, () => rest(lane)) : work(lane.id);
      run.catch((cause) => log.warn({ conversation: lane.id, cause: String(cause) }, 'put off'));
    });
  };

  const pass = async (lane: Lane, then: Then): Promise<void> => {
    const { held, id } = lane;
    // Until the pass has ended well, nothing is at hand: after a failure the store is asked again.
    lane.next = undefined;
    lane.held = undefined;
    lane.held = await worker.pass(id, held);
    const full = (lane.held?.handled.length ?? 0) >= MOST_HANDLED;
    if (then === 'rest' || full) return rest(lane);
    if (lane.held !== undefined) comeBack(lane, lane.held);
  };

  const work = (id: string, then: Then = 'linger'): Promise<void> => {
    const lane = laneOf(id);
    if (then === 'rest') return queue(lane, () => pass(lane, then));
    lane.next ??= queue(lane, () => pass(lane, then));
    return lane.next;
  };

  const drain = async (): Promise<void> => {
    await Promise.allSettled([...lanes.values()].map((lane) => queue(lane, () => rest(lane))));
  };

  return { work, busy: (id) => lanes.has(id), drain };
};

const emptyLane = (id: string): Lane => ({
  id,
  pending: 0,
  running: Promise.resolve(),
  next: undefined,
  held: undefined,
  cancelNext: () => undefined,
});
