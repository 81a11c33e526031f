import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { Line, Speaker } from './entry.ts';
import type { Channel } from './message.ts';
import type { Undelivered } from './outbox.ts';
import type { Reply } from './reply.ts';

/** Whether the clients of a channel fetch entries by sequence; the others must be called. */
export const pulls = (channel: Channel): boolean => channel === 'webchat';

/** Adds a line at the end of the transcript, under the next sequence number. */
export const append = (conversation: Conversation, at: Instant, line: Line): Conversation => {
  const seq = conversation.seq + 1;
  return { ...conversation, seq, log: [...conversation.log, { ...line, seq, at }] };
};

/** Notes for the desk that a reply did not reach the person. */
export const undelivered = (
  conversation: Conversation,
  at: Instant,
  { seq, why }: { readonly seq: number; readonly why: Undelivered },
): Conversation =>
  append(conversation, at, { kind: 'move', move: { kind: 'undelivered', reply: seq, why } });

/** Says something to the tenant: a line of the transcript and, on push channels, an outbox entry. */
export const say = (
  conversation: Conversation,
  at: Instant,
  said: { readonly by: Speaker; readonly reply: Reply },
): Conversation => {
  const next = append(conversation, at, { kind: 'reply', ...said });
  if (pulls(conversation.channel)) return next;
  const entry = {
    key: `${next.id}:${next.seq}`,
    seq: next.seq,
    by: said.by.kind,
    reply: said.reply,
    attempts: 0,
    state: { kind: 'new', next: at },
  } as const;
  return { ...next, outbox: [...next.outbox, entry] };
};
