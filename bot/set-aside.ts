import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Conversation, Holder } from './conversation.ts';
import type { Move } from './entry.ts';
import { record } from './tell.ts';

/** Whether this agent holds the conversation. */
export const heldBy = (holder: Holder, agent: AgentRef): boolean =>
  holder.kind === 'agent' && holder.agent.id === agent.id;

/** Sets a conversation aside until a moment; only whoever holds it can. */
export const snooze = (
  conversation: Conversation,
  {
    agent,
    until,
    now,
  }: { readonly agent: AgentRef; readonly until: Instant; readonly now: Instant },
): Conversation | undefined => {
  const { holder } = conversation;
  if (holder.kind !== 'agent' || !heldBy(holder, agent)) return undefined;
  const moved = record(conversation, now, { kind: 'snoozed', agent: holder.agent, until });
  return { ...moved, holder: { ...holder, snoozed: until } };
};

/** When a conversation that was set aside wakes by itself. */
export const snoozedUntil = ({ holder }: Conversation): Instant | undefined =>
  holder.kind === 'agent' ? holder.snoozed : undefined;

/** Wakes a conversation that was set aside: its agent is expected to answer from now on. */
export const wake = (
  conversation: Conversation,
  now: Instant,
  by: Extract<Move, { kind: 'woken' }>['by'],
): Conversation => {
  const { holder } = conversation;
  if (holder.kind !== 'agent' || holder.snoozed === undefined) return conversation;
  const { agent } = holder;
  const moved = record(conversation, now, { kind: 'woken', agent, by });
  return { ...moved, holder: { kind: 'agent', agent, since: now } };
};
