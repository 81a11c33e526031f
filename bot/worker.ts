import type { CommandResult } from './agent-command.ts';
import type { Bus } from './bus.ts';
import { carry, wakeTime } from './carry.ts';
import type { Clock } from './clock.ts';
import type { Conversation, Handled } from './conversation.ts';
import type { Reach } from './crash-point.ts';
import { type Decided, decide } from './decide.ts';
import { freshConversation } from './fresh-conversation.ts';
import type { Log } from './log.ts';
import type { Channel, Inbound } from './message.ts';
import type { Send } from './outbox.ts';
import type { Lookup } from './query.ts';
import { LEASE, project, save, settle, watched } from './save.ts';
import type { Store } from './store.ts';
import type { Texting } from './texts.ts';
import { nextMoment } from './time-passes.ts';
import type { Turn, TurnInput } from './turn.ts';

/** A lease with less left than this is renewed before it is used: a turn and a send fit in it, ms. */
const LEASE_MARGIN = 15_000;

/** Rows read from the store at once. */
const ROWS = 20;

/** What it takes to work on conversations. */
export type WorkerTools = {
  readonly store: Store;
  readonly turn: Turn;
  /** The document a turn leads to when it could not be completed. */
  readonly turnFailed: (input: Omit<TurnInput, 'known'>) => Conversation;
  readonly lookup: Lookup;
  readonly bus: Bus;
  readonly sends: Readonly<Partial<Record<Channel, Send>>>;
  /** Without it no text is ever sent. */
  readonly texting?: Texting;
  readonly clock: Clock;
  readonly log: Log;
  /** How long an attempt of unknown fate may still turn up by itself, ms. */
  readonly settle: number;
  /** Names this process in leases. */
  readonly owner: string;
  readonly reach: Reach;
};

/** Works on one conversation under its lease; the caller sees to it that only one pass runs at a time. */
export type Worker = {
  /** Takes in what waits and sends what is due; gives the document back while the lease lasts. */
  readonly pass: (id: string, held: Conversation | undefined) => Promise<Conversation | undefined>;
  /** Marks what was taken in as done and gives the lease back. */
  readonly rest: (held: Conversation) => Promise<void>;
};

/** Builds the worker. */
export const createWorker = (tools: WorkerTools): Worker => ({
  pass: async (id, held) => {
    const mine = await hold(tools, id, held);
    return mine === undefined ? undefined : empty(tools, mine);
  },
  rest: (held) => settle(tools, held, wakeTime(tools, held, tools.clock.now())),
});

/** The document under a lease that lasts long enough, with all it carries projected. */
const hold = async (
  tools: WorkerTools,
  id: string,
  held: Conversation | undefined,
): Promise<Conversation | undefined> => {
  const { store, clock, owner } = tools;
  const now = clock.now();
  if (held?.lease !== undefined && held.lease.until - now > LEASE_MARGIN) return held;
  const fresh = held ?? (await startOf(store, id));
  if (fresh === undefined) return undefined;
  const claimed = await store.claim({ fresh, owner, until: now + LEASE, now });
  tools.reach('after-claim');
  return claimed === undefined ? undefined : project(tools, claimed);
};

const startOf = async (store: Store, id: string): Promise<Conversation | undefined> => {
  const [row] = await store.newInbound(id, 1);
  return row === undefined ? store.conversation(id) : freshConversation(row);
};

/** Empties the conversation of work; what has come in always goes before the next send. */
const empty = async (tools: WorkerTools, start: Conversation): Promise<Conversation> => {
  let held = start;
  for (;;) {
    const rows = await waitingRows(tools.store, held);
    for (const row of rows) held = await takeIn(tools, held, row);
    if (rows.length > 0) continue;
    const carried = isDue(tools, held) ? await takeIn(tools, held) : await carry(tools, held);
    if (carried === undefined) return held;
    held = carried;
  }
};

/** Whether what was heard has waited long enough for more, or something happens by itself. */
const isDue = ({ clock }: WorkerTools, held: Conversation): boolean => {
  const due = Math.min(held.heard?.until ?? Infinity, nextMoment(held) ?? Infinity);
  return due <= clock.now();
};

const waitingRows = async (store: Store, held: Conversation): Promise<readonly Inbound[]> => {
  const done = new Set(held.handled.map(({ inbound }) => inbound));
  const rows = await store.newInbound(held.id, ROWS + done.size);
  return rows.filter(({ id }) => !done.has(id));
};

const takeIn = async (
  tools: WorkerTools,
  held: Conversation,
  inbound?: Inbound,
): Promise<Conversation> => {
  const now = tools.clock.now();
  const input = { conversation: held, now, ...(inbound === undefined ? {} : { inbound }) };
  const { conversation, result } = orFailed(tools, input, await decide(tools, input));
  const done = inbound === undefined ? [] : [doneWith(inbound, result)];
  const next = watched({ ...conversation, handled: [...held.handled, ...done] });
  tools.reach('before-save');
  const saved = await save(tools, held, next);
  tools.reach('after-save');
  const projected = await project(tools, saved);
  tools.reach('after-projection');
  const kind = inbound?.content.kind ?? 'time';
  tools.log.info({ conversation: held.id, kind, holder: saved.holder.kind }, 'turn');
  return projected;
};

const doneWith = ({ id }: Inbound, result: CommandResult | undefined): Handled => ({
  inbound: id,
  ...(result === undefined ? {} : { result }),
});

const orFailed = (
  { turnFailed, log }: WorkerTools,
  input: Omit<TurnInput, 'known'>,
  decided: Decided,
): Extract<Decided, { kind: 'done' }> => {
  if (decided.kind === 'done') return decided;
  const { cause } = decided;
  log.error({ conversation: input.conversation.id, cause }, 'turn failed, a human is called');
  return { kind: 'done', conversation: turnFailed(input) };
};
