import { createHash } from 'node:crypto';
import type { Instant, Message, Store } from '../bot/index.ts';
import type { Post, Trace } from './web-chat-traces.ts';

/** After this time, ms, the same words are said anew. */
const RESEND_WINDOW = 3 * 60_000;

/** A client that was told "kept" waits at least this long, ms, before it believes that nothing arrived. */
const PATIENCE = 10_000;

/** The end of a conversation in which a message of the last minutes is looked for, entries. */
const LOOK_BACK = 200;

/** What was said, in a form that tells only whether two messages say the same. */
export const gistOf = ({ text, choice, photos }: Message): string =>
  createHash('sha256')
    .update(JSON.stringify([text, choice, photos.map(({ id }) => id)]))
    .digest('base64url');

/** The message that was sent before, and its place in the sequence once it has one. */
export type Resent = { readonly inbound: string; readonly seq?: number };

/**
 * Finds the message that this one repeats under a new name, as official clients do when a tenant presses "Réessayez".
 * Only a message that came through this process and that the client has not been shown can be resent; and only when its
 * answer was lost or the client has waited. Whoever writes "oui" twice has seen the first one, and is heard twice.
 */
export const findResent = async (
  store: Pick<Store, 'conversation' | 'entries' | 'inboundFate'>,
  { conversation, post, trace }: Candidate,
): Promise<Resent | undefined> => {
  if (trace.posts.some(({ inbound }) => inbound === post.inbound)) return undefined;
  const earlier = trace.posts.find((one) => mayRepeat(one, post));
  if (earlier === undefined) return undefined;
  const { inbound } = earlier;
  if ((await store.inboundFate(inbound)).kind === 'absent') return undefined;
  const seq = await placeOf(store, conversation, inbound);
  if (seq === undefined) return { inbound };
  return seq > trace.seen() ? { inbound, seq } : undefined;
};

/** What has just come in, and what is known of its client. */
export type Candidate = {
  readonly conversation: string;
  readonly post: Post;
  readonly trace: Trace;
};

const mayRepeat = (earlier: Post, post: Post): boolean =>
  earlier.gist === post.gist &&
  age(earlier, post.at) <= RESEND_WINDOW &&
  isGivenUp(earlier, post.at);

const isGivenUp = (earlier: Post, now: Instant): boolean =>
  !earlier.answered || age(earlier, now) >= PATIENCE;

const age = ({ at }: Post, now: Instant): number => now - at;

const placeOf = async (
  store: Pick<Store, 'conversation' | 'entries'>,
  conversation: string,
  inbound: string,
): Promise<number | undefined> => {
  const last = (await store.conversation(conversation))?.seq ?? 0;
  const entries = await store.entries(conversation, Math.max(0, last - LOOK_BACK), LOOK_BACK);
  return entries.find((entry) => entry.kind === 'message' && entry.inbound === inbound)?.seq;
};
