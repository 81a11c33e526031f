import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import {
  type Delivered,
  type DeliveryStep,
  intend,
  judgeSend,
  judgeSettled,
  nextDelivery,
} from './deliver.ts';
import type { Address, OutboxEntry, Send, SendResult } from './outbox.ts';
import { project, save } from './save.ts';
import { carryText, textTime } from './texts.ts';
import { nextMoment } from './time-passes.ts';
import { undelivered } from './transcript.ts';
import type { WorkerTools } from './worker.ts';

/** When the conversation wants to be looked at again: to answer, to send, or for what is due; nothing when it rests. */
export const wakeTime = (
  { settle }: Pick<WorkerTools, 'settle'>,
  held: Conversation,
  now: Instant,
): Instant | undefined => {
  const next = sendTime(nextDelivery(held.outbox, now, settle), now);
  const all = [held.heard?.until, next, textTime(held, now), nextMoment(held)];
  const wanted = all.filter((at) => at !== undefined);
  return wanted.length === 0 ? undefined : Math.min(...wanted);
};

const sendTime = (step: DeliveryStep, now: Instant): Instant | undefined => {
  if (step.kind === 'rest') return undefined;
  return step.kind === 'wait' ? step.until : now;
};

/** Makes one step with what has to be sent, answers before texts. Nothing when there is none to make now. */
export const carry = async (
  tools: WorkerTools,
  held: Conversation,
): Promise<Conversation | undefined> =>
  (await carryReply(tools, held)) ?? (await carryText(tools, held));

/** One step with the outbox: intent, send, record, or reconcile. */
const carryReply = async (
  tools: WorkerTools,
  held: Conversation,
): Promise<Conversation | undefined> => {
  const step = nextDelivery(held.outbox, tools.clock.now(), tools.settle);
  switch (step.kind) {
    case 'rest':
    case 'wait':
      return undefined;
    case 'drop':
      return record(tools, held, step.entry, { kind: 'leave', delivery: 'cancelled' });
    case 'send':
      return isUnwanted(held, step.entry)
        ? record(tools, held, step.entry, { kind: 'leave', delivery: 'cancelled' })
        : send(tools, held, step.entry);
    case 'reconcile':
      return reconcile(tools, held, step.entry);
    default:
      return step satisfies never;
  }
};

/** Whoever asked for silence is told nothing more but what keeps them safe. */
const isUnwanted = ({ muted }: Conversation, { reply }: OutboxEntry): boolean =>
  muted === true && reply.safety === undefined;

const send = async (
  tools: WorkerTools,
  held: Conversation,
  entry: OutboxEntry,
): Promise<Conversation> => {
  const intended = intend(entry, tools.clock.now());
  const marked = await save(tools, held, withHead(held, intended));
  tools.reach('before-send');
  const result = await attempt(tools, held, (channel) =>
    channel.deliver(intended, addressOf(held)),
  );
  tools.reach('after-send');
  return record(tools, marked, intended, judgeSend(intended, result, tools.clock.now()));
};

const reconcile = async (
  tools: WorkerTools,
  held: Conversation,
  entry: OutboxEntry,
): Promise<Conversation> => {
  const found = await attempt(tools, held, async (channel) =>
    channel.lookUp === undefined ? { kind: 'unknown' } : channel.lookUp(entry, addressOf(held)),
  );
  return record(tools, held, entry, judgeSettled(entry, found, tools.clock.now()));
};

/** A channel that throws has told us nothing: the fate of the attempt is unknown. */
const attempt = async (
  { sends, log }: WorkerTools,
  { id, channel }: Conversation,
  call: (send: Send) => Promise<SendResult>,
): Promise<SendResult> => {
  const carrier = sends[channel];
  if (carrier === undefined) return { kind: 'refused', why: 'other' };
  try {
    return await call(carrier);
  } catch (cause) {
    log.warn({ conversation: id, channel, cause: String(cause) }, 'send of unknown fate');
    return { kind: 'unknown' };
  }
};

const record = async (
  tools: WorkerTools,
  held: Conversation,
  entry: OutboxEntry,
  delivered: Delivered,
): Promise<Conversation> => {
  if (delivered.kind === 'stay') return save(tools, held, withHead(held, delivered.entry));
  const { kind: _, why, ...fate } = delivered;
  await tools.store.setDelivery({ conversation: held.id, seq: entry.seq, ...fate });
  if (why !== undefined) tools.log.warn({ conversation: held.id, seq: entry.seq, why }, 'not sent');
  const sent = { ...held, outbox: held.outbox.slice(1) };
  const told =
    why === undefined ? sent : undelivered(sent, tools.clock.now(), { seq: entry.seq, why });
  const saved = await save(tools, held, told);
  tools.reach('after-record');
  return why === undefined ? saved : project(tools, saved);
};

const withHead = (held: Conversation, head: OutboxEntry): Conversation => ({
  ...held,
  outbox: [head, ...held.outbox.slice(1)],
});

const addressOf = ({ channel, external, person }: Conversation): Address => ({
  channel,
  external,
  person,
});
