import type { AgentRef } from './agent-command.ts';
import { alarmed } from './alarm.ts';
import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { Notice } from './talk.ts';
import { record, tell } from './tell.ts';

/**
 * Puts a conversation whose agent is gone at the front of the queue and tells the tenant.
 * `since` names the holding that ended: a conversation that has moved on meanwhile stays as it is,
 * and so does one that was set aside.
 */
export const leave = (
  tools: { readonly notice: Notice; readonly now: Instant },
  conversation: Conversation,
  { agent, since }: { readonly agent: AgentRef; readonly since: Instant },
): Conversation => {
  const { holder } = conversation;
  const { now } = tools;
  if (holder.kind !== 'agent' || holder.agent.id !== agent.id) return conversation;
  if (holder.since !== since || holder.snoozed !== undefined) return conversation;
  const told = tell(tools, conversation, { kind: 'agent_gone', agent: holder.agent });
  const moved = record(told, now, { kind: 'agent_gone', agent: holder.agent });
  const waiting: Conversation = {
    ...moved,
    holder: { kind: 'queue', reason: 'agent_gone', since: now },
    waitingSince: conversation.waitingSince ?? now,
  };
  return waiting.danger ? alarmed(waiting, now) : waiting;
};
