import type { Instant } from './clock.ts';
import { reopen } from './closing.ts';
import type { Conversation } from './conversation.ts';
import type { Wish } from './message.ts';
import type { Told } from './pieces.ts';
import { append } from './transcript.ts';

/** Whether a message is a wish: "start", said by somebody who never asked for silence, is a word like any other. */
export const isWish = ({ muted }: Conversation, wish: Wish | undefined): wish is Wish =>
  wish === 'stop' || (wish === 'start' && muted === true);

/** Takes a wish in. What was still to be said is not, but for what keeps the person safe. */
export const withWish = (
  before: Conversation,
  now: Instant,
  { inbound, message, wish }: Told & { readonly wish: Wish },
): Conversation => {
  const { heard: _, muted: __, ...awake } = reopen(before, now);
  const said = append(awake, now, { kind: 'message', message, inbound: inbound.id });
  const moved = append(said, now, {
    kind: 'move',
    move: { kind: wish === 'stop' ? 'muted' : 'unmuted' },
  });
  const heeded = { ...moved, lastText: message.text };
  return wish === 'stop' ? { ...heeded, muted: true, outbox: hushed(moved) } : heeded;
};

const hushed = ({ outbox }: Conversation): Conversation['outbox'] =>
  outbox.map((entry) =>
    entry.state.kind === 'new' && entry.reply.safety === undefined
      ? { ...entry, state: { kind: 'cancelled' } }
      : entry,
  );
