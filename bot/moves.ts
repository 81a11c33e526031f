import type { AgentCommand, AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Conversation, HandoffReason, Holder } from './conversation.ts';
import type { Notice, NoticeKind } from './talk.ts';
import { append, say } from './transcript.ts';
import { unverify, verify, withoutIdentity } from './verify.ts';

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

/** Carries out what an agent asked for, if the holder allows it. */
export const move = (input: MoveInput): Moved => {
  const { command, conversation, now, agent } = input;
  switch (command.type) {
    case 'note':
      return append(conversation, now, { kind: 'note', agent, text: command.text });
    case 'take':
      return take(input);
    case 'reply':
      return reply(input, command.text);
    case 'transfer':
      return transfer(input, command);
    case 'release':
      return release(input);
    case 'close':
      return close(input);
    case 'verify':
      return verify(input, command.by);
    case 'unverify':
      return unverify(input);
    default:
      return command satisfies never;
  }
};

const heldBy = (holder: Holder, agent: AgentRef): boolean =>
  holder.kind === 'agent' && holder.agent.id === agent.id;

const free = (holder: Holder): boolean => holder.kind === 'bot' || holder.kind === 'queue';

const take = (input: MoveInput): Moved => {
  const { conversation, agent, now } = input;
  if (heldBy(conversation.holder, agent)) return conversation;
  if (!free(conversation.holder)) return undefined;
  // The notice stands before the move: after it, nothing the bot says may follow.
  const told = tell(input, silenced(conversation), 'agent_joined', agent);
  const moved = append(told, now, { kind: 'move', move: { kind: 'taken', agent } });
  return { ...moved, holder: { kind: 'agent', agent, since: now } };
};

const reply = (input: MoveInput, text: string): Moved => {
  const { agent, now } = input;
  const mine = take(input);
  if (mine === undefined) return undefined;
  const { language } = mine;
  const said = say(mine, now, { by: { kind: 'agent', agent }, reply: { text, language } });
  return without(said, 'waitingSince');
};

const transfer = (
  input: MoveInput,
  { to, note }: { readonly to?: AgentRef; readonly note: string },
): Moved => {
  const { conversation, agent, now } = input;
  if (!heldBy(conversation.holder, agent)) return undefined;
  const told = tell(input, conversation, to ? 'agent_changed' : 'agent_left_to_queue', to ?? agent);
  const passed = to ? { to } : {};
  const move = { kind: 'transferred', agent, note, ...passed } as const;
  const moved = append(told, now, { kind: 'move', move });
  const holder: Holder = to
    ? { kind: 'agent', agent: to, since: now }
    : { kind: 'queue', reason: 'transfer', since: now };
  return { ...moved, holder };
};

const release = (input: MoveInput): Moved => {
  const { conversation, agent, now } = input;
  const { holder } = conversation;
  if (!heldBy(holder, agent) && holder.kind !== 'queue') return undefined;
  const moved = append(conversation, now, { kind: 'move', move: { kind: 'released', agent } });
  const told = tell(input, { ...moved, holder: { kind: 'bot' } }, 'bot_back', agent);
  return without({ ...told, talk: rested(told) }, 'waitingSince');
};

const close = (input: MoveInput): Moved => {
  const { conversation, agent, now } = input;
  if (!heldBy(conversation.holder, agent) && !free(conversation.holder)) return undefined;
  const told = tell(input, silenced(conversation), 'closed', agent);
  const moved = append(told, now, { kind: 'move', move: { kind: 'closed', agent } });
  const closed: Conversation = { ...moved, holder: { kind: 'closed', since: now } };
  return without({ ...closed, talk: rested(closed) }, 'waitingSince');
};

/** Puts a conversation in the queue, or raises it there when the new reason is a danger. */
export const queue = (
  conversation: Conversation,
  now: Instant,
  { reason, why }: { readonly reason: HandoffReason; readonly why?: string },
): Conversation => {
  const danger = conversation.danger || reason === 'danger';
  const { holder } = conversation;
  if (holder.kind === 'queue' && (holder.reason === 'danger' || reason !== 'danger')) {
    return { ...conversation, danger };
  }
  const cause = why === undefined ? {} : { why };
  const move = { kind: 'queued', reason, ...cause } as const;
  const moved = append(conversation, now, { kind: 'move', move });
  const since = holder.kind === 'queue' ? holder.since : now;
  const waitingSince = conversation.waitingSince ?? now;
  return { ...moved, danger, waitingSince, holder: { kind: 'queue', reason, since } };
};

/** Wakes a closed conversation: the same document, a new episode, held by the bot, with somebody unknown. */
export const reopen = (conversation: Conversation, now: Instant): Conversation => {
  if (conversation.holder.kind !== 'closed') return conversation;
  const moved = append(conversation, now, { kind: 'move', move: { kind: 'reopened' } });
  const episode = conversation.episode + 1;
  const talk = withoutIdentity(moved);
  return { ...moved, talk, episode, danger: false, holder: { kind: 'bot' } };
};

const tell = (
  { now, notice }: MoveInput,
  conversation: Conversation,
  kind: NoticeKind,
  agent: AgentRef,
): Conversation => {
  const reply = notice(kind, conversation.language, { agent: agent.name });
  return say(conversation, now, { by: { kind: 'bot' }, reply });
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

/** After a human has spoken, half-filled forms are stale; what is known of the person is not. */
const rested = ({ talk }: Conversation): Conversation['talk'] => ({
  ...talk,
  stack: [],
  waiting: [],
  misses: 0,
});

const without = <K extends keyof Conversation>(
  conversation: Conversation,
  key: K,
): Omit<Conversation, K> => {
  const { [key]: _, ...rest } = conversation;
  return rest;
};
