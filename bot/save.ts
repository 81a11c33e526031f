import { BotError } from './bot-error.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { Store } from './store.ts';
import { pulls } from './transcript.ts';

/** How long a process may work on a conversation before another may take it over, ms. */
export const LEASE = 30_000;

type Tools = { readonly store: Store; readonly clock: Clock; readonly bus: Bus };

/** Writes the document with one compare-and-set; throws 'store-busy' when another process has written it meanwhile. */
export const save = async (
  { store, clock }: Tools,
  held: Conversation,
  next: Conversation,
): Promise<Conversation> => {
  const { rev, epoch, id } = held;
  const written = { ...next, rev: rev + 1, updatedAt: clock.now() };
  if (await store.save(written, { rev, epoch })) return written;
  throw new BotError(`Conversation ${id} was written by another process.`, 'store-busy');
};

/** Says that somebody must look at the document at the latest when its lease is over. */
export const watched = (conversation: Conversation): Conversation =>
  conversation.lease === undefined
    ? conversation
    : { ...conversation, due: conversation.lease.until };

/** Copies what the document carries to messages and incidents, then rings; repeating it changes nothing. */
export const project = async (
  { store, bus }: Tools,
  conversation: Conversation,
): Promise<Conversation> => {
  const { id, log, changes, rev, channel } = conversation;
  const delivery = pulls(channel) ? 'sent' : 'stored';
  await Promise.all([
    log.length === 0 ? undefined : store.addEntries(id, log, delivery),
    changes.length === 0 ? undefined : store.addIncidentChanges(changes),
  ]);
  bus.ring({ conversation: id, rev });
  // What is projected need not be written again: the next compare-and-set trims it.
  return { ...conversation, log: [], changes: [] };
};

/** Marks what was taken in as done, gives the lease back, and leaves only the time of the next work. */
export const settle = async (
  tools: Tools & {
    readonly reach: (point: 'before-settle' | 'after-finish' | 'after-settle') => void;
  },
  held: Conversation,
  wake: number | undefined,
): Promise<void> => {
  const done = held.handled.map(({ inbound, result }) =>
    result === undefined ? { id: inbound } : { id: inbound, result },
  );
  tools.reach('before-settle');
  if (done.length > 0) await tools.store.finishInbound(done, tools.clock.now());
  tools.reach('after-finish');
  const { lease: _lease, due: _due, ...rest } = held;
  const resting = { ...rest, handled: [], ...(wake === undefined ? {} : { due: wake }) };
  await save(tools, held, resting);
  tools.reach('after-settle');
};
