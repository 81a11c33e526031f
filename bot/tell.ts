import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { Move } from './entry.ts';
import type { Notice, NoticeKind } from './talk.ts';
import { append, say } from './transcript.ts';

/** Says to the tenant what happens to the conversation, in the bot's words. */
export const tell = (
  { notice, now }: { readonly notice: Notice; readonly now: Instant },
  conversation: Conversation,
  { kind, agent }: { readonly kind: NoticeKind; readonly agent?: AgentRef },
): Conversation => {
  const values = agent === undefined ? {} : { agent: agent.name };
  const reply = notice(kind, conversation.language, values);
  return say(conversation, now, { by: { kind: 'bot' }, reply });
};

/** Writes for the desk what happened to the conversation. */
export const record = (conversation: Conversation, now: Instant, move: Move): Conversation =>
  append(conversation, now, { kind: 'move', move });
