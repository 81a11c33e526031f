import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Conversation, Holder } from './conversation.ts';
import type { Notice } from './talk.ts';
import { record, tell } from './tell.ts';
import { withoutIdentity } from './verify.ts';
import { without } from './without.ts';

/** A close can be undone for this long, ms; the tenant is told of it only then. */
const UNDO = 10_000;

/** A tenant who comes back within this long, ms, may go on with the same agent. */
const RETURNING = 24 * 60 * 60_000;

type Open = Exclude<Holder, { kind: 'closed' }>;

/** Closes a conversation; nothing of it is forgotten while that can be undone. */
export const closeFrom = (
  conversation: Conversation,
  { before, by, now }: { readonly before: Open; readonly by: AgentRef; readonly now: Instant },
): Conversation => {
  const moved = record(conversation, now, { kind: 'closed', agent: by });
  return { ...moved, holder: { kind: 'closed', since: now, undo: { by, before } } };
};

/** Takes a close back, if this agent has just closed it and nobody has written since. */
export const undoClose = (
  conversation: Conversation,
  agent: AgentRef,
  now: Instant,
): Conversation | undefined => {
  const { holder } = conversation;
  if (holder.kind !== 'closed' || holder.undo === undefined) return undefined;
  const { by, before } = holder.undo;
  if (by.id !== agent.id || now >= holder.since + UNDO) return undefined;
  const moved = record(conversation, now, { kind: 'close_undone', agent });
  return { ...moved, holder: before };
};

/** When a close becomes final; nothing when there is none to wait for. */
export const finalClose = ({ holder }: Conversation): Instant | undefined =>
  holder.kind === 'closed' && holder.undo !== undefined ? holder.since + UNDO : undefined;

/** Makes a close final: the tenant is told, and what was going on is forgotten. */
export const finishClose = (
  tools: { readonly notice: Notice; readonly now: Instant },
  conversation: Conversation,
): Conversation => forgotten(tell(tools, conversation, { kind: 'closed' }));

const forgotten = (conversation: Conversation): Conversation => {
  const { holder } = conversation;
  if (holder.kind !== 'closed' || holder.undo === undefined) return conversation;
  const { since, undo } = holder;
  const by = undo.before.kind === 'agent' ? { by: undo.before.agent } : {};
  const closed: Holder = { kind: 'closed', since, ...by };
  const rest = without(conversation, 'waitingSince', 'alarm', 'returning');
  return { ...rest, talk: rested(conversation), holder: closed };
};

/** Wakes a closed conversation: the same document, a new episode, held by the bot and by no agent, with somebody unknown. */
export const reopen = (conversation: Conversation, now: Instant): Conversation => {
  if (conversation.holder.kind !== 'closed') return conversation;
  const done = forgotten(conversation);
  const moved = record(done, now, { kind: 'reopened' });
  const episode = conversation.episode + 1;
  return {
    ...moved,
    talk: withoutIdentity(moved),
    episode,
    danger: false,
    holder: { kind: 'bot' },
    ...returningOf(done.holder, now),
  };
};

const returningOf = (holder: Holder, now: Instant): Pick<Conversation, 'returning'> =>
  holder.kind === 'closed' && holder.by !== undefined && now - holder.since < RETURNING
    ? { returning: holder.by }
    : {};

/** After a human has spoken, half-filled forms are stale; what is known of the person is not. */
export const rested = ({ talk }: Conversation): Conversation['talk'] => ({
  ...talk,
  stack: [],
  waiting: [],
  misses: 0,
});
