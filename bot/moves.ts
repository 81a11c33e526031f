import type { AgentCommand, AgentRef } from './agent-command.ts';
import { alarmed } from './alarm.ts';
import type { Instant } from './clock.ts';
import { closeFrom, rested, undoClose } from './closing.ts';
import type { Conversation, Holder } from './conversation.ts';
import { heldBy, snooze, wake } from './set-aside.ts';
import type { Handoff, Notice } from './talk.ts';
import { record, tell } from './tell.ts';
import { append, say } from './transcript.ts';
import { unverify, verify } from './verify.ts';
import { without } from './without.ts';

/** The conversation after a command, or nothing when somebody else holds it. */
export type Moved = Conversation | undefined;

/** A command about to be carried out. */
export type MoveInput = {
  readonly conversation: Conversation;
  readonly command: AgentCommand;
  readonly agent: AgentRef;
  readonly now: Instant;
  readonly notice: Notice;
};

type Command<T extends AgentCommand['type']> = Extract<AgentCommand, { readonly type: T }>;

/** Carries out what an agent asked for, if the holder allows it. */
export const move = (input: MoveInput): Moved => {
  const { command, conversation, now, agent } = input;
  switch (command.type) {
    case 'note':
      return append(conversation, now, { kind: 'note', agent, text: command.text });
    case 'take':
      return take(input);
    case 'take_over':
      return takeOver(input, command);
    case 'reply':
      return reply(input, command);
    case 'snooze':
      return snooze(conversation, { agent, now, until: command.until });
    case 'transfer':
      return transfer(input, command);
    case 'release':
      return release(input, command);
    case 'close':
      return close(input);
    case 'verify':
      return verify(input, command.by);
    case 'unverify':
      return unverify(input);
    case 'undo_close':
      return undoClose(conversation, agent, now);
    default:
      return command satisfies never;
  }
};

const take = (input: MoveInput): Moved => {
  const { conversation, agent, now } = input;
  const { holder } = conversation;
  if (heldBy(holder, agent)) return wake(conversation, now, 'agent');
  if (holder.kind !== 'bot' && holder.kind !== 'queue') return undefined;
  // The notice stands before the move: after it, nothing the bot says may follow.
  const told = tell(input, silenced(conversation), { kind: 'agent_joined', agent });
  return handTo(record(told, now, { kind: 'taken', agent }), agent, now);
};

/** Two who take over from the same colleague at once: the second finds another holder, and loses. */
const takeOver = (input: MoveInput, { from }: Command<'take_over'>): Moved => {
  const { conversation, agent, now } = input;
  const { holder } = conversation;
  if (heldBy(holder, agent)) return wake(conversation, now, 'agent');
  if (holder.kind !== 'agent' || holder.agent.id !== from) return undefined;
  const told = tell(input, silenced(conversation), { kind: 'agent_changed', agent });
  const moved = record(told, now, { kind: 'taken_over', agent, from: holder.agent });
  return handTo(moved, agent, now);
};

/** Somebody attends to it from now on: an alarm is over. */
const handTo = (conversation: Conversation, agent: AgentRef, now: Instant): Conversation => ({
  ...without(conversation, 'alarm', 'returning'),
  holder: { kind: 'agent', agent, since: now },
});

const reply = (input: MoveInput, { text }: Command<'reply'>): Moved => {
  const { agent, now } = input;
  const mine = take(input);
  if (mine === undefined) return undefined;
  const { language } = mine;
  const said = say(mine, now, { by: { kind: 'agent', agent }, reply: { text, language } });
  return without(said, 'waitingSince', 'alarm');
};

const transfer = (input: MoveInput, { to, note }: Command<'transfer'>): Moved => {
  const { conversation, agent, now } = input;
  if (!heldBy(conversation.holder, agent)) return undefined;
  const kind = to === undefined ? 'agent_left_to_queue' : 'agent_changed';
  const told = tell(input, conversation, { kind, agent: to ?? agent });
  const passed = to ? { to } : {};
  const moved = record(told, now, { kind: 'transferred', agent, note, ...passed });
  const pinned = { ...moved, pinned: { agent, text: note, at: now } };
  if (to !== undefined) return { ...pinned, holder: { kind: 'agent', agent: to, since: now } };
  const holder: Holder = { kind: 'queue', reason: 'transfer', since: now };
  return pinned.danger ? alarmed({ ...pinned, holder }, now) : { ...pinned, holder };
};

const release = (input: MoveInput, { summary }: Command<'release'>): Moved => {
  const { conversation, agent, now } = input;
  const { holder } = conversation;
  if (!heldBy(holder, agent) && holder.kind !== 'queue') return undefined;
  const words = summary === undefined ? {} : { summary };
  const moved = record(conversation, now, { kind: 'released', agent, ...words });
  const told = tell(input, { ...moved, holder: { kind: 'bot' } }, { kind: 'bot_back', agent });
  const pinned = summary === undefined ? {} : { pinned: { agent, text: summary, at: now } };
  return without({ ...told, ...pinned, talk: rested(told) }, 'waitingSince', 'alarm');
};

const close = ({ conversation, agent, now }: MoveInput): Moved => {
  const { holder } = conversation;
  if (holder.kind === 'closed') return undefined;
  if (holder.kind === 'agent' && !heldBy(holder, agent)) return undefined;
  return closeFrom(silenced(conversation), { before: holder, by: agent, now });
};

/** Puts a conversation in the queue, or raises it there when the new reason is a danger. */
export const queue = (
  conversation: Conversation,
  now: Instant,
  { reason, why, preferred }: Handoff,
): Conversation => {
  const danger = conversation.danger || reason === 'danger';
  const { holder } = conversation;
  if (holder.kind === 'queue' && (holder.reason === 'danger' || reason !== 'danger')) {
    return { ...conversation, danger };
  }
  const cause = why === undefined ? {} : { why };
  const moved = record(conversation, now, { kind: 'queued', reason, ...cause });
  const since = holder.kind === 'queue' ? holder.since : now;
  const waitingSince = conversation.waitingSince ?? now;
  const wish = preferred === undefined ? {} : { preferred };
  const waiting: Conversation = {
    ...moved,
    waitingSince,
    holder: { kind: 'queue', reason, since, ...wish },
  };
  return danger ? alarmed(waiting, now) : waiting;
};

/** What the bot had not yet sent will never be: a human speaks now. */
const silenced = (conversation: Conversation): Conversation => ({
  ...conversation,
  outbox: conversation.outbox.map((entry) =>
    entry.by === 'bot' && entry.state.kind === 'new'
      ? { ...entry, state: { kind: 'cancelled' } }
      : entry,
  ),
});
