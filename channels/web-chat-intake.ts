import { createHash, randomUUID } from 'node:crypto';
import type { Bot, Clock, Inbound, Message, Photo, Store } from '../bot/index.ts';
import { createTurnstile } from './turnstile.ts';
import type { HeardActivity } from './web-chat-activity.ts';
import { type Refusal, refused } from './web-chat-errors.ts';
import { createSpend, type WebChatLimits } from './web-chat-limits.ts';
import { conversationOf, messageId } from './web-chat-render.ts';
import { findResent, gistOf } from './web-chat-resend.ts';
import type { Claims } from './web-chat-tokens.ts';
import type { Traces } from './web-chat-traces.ts';

/** Posts of one conversation that may wait for the one before them. */
const MOST_WAITING = 100;

/** What became of a message: kept under `id`, which is also the id of its echo. */
export type Taken = { readonly kind: 'kept'; readonly id: string; readonly inbound: string };

/** What a tenant said, with its photos. */
type Saying = {
  readonly claims: Claims;
  readonly said: Extract<HeardActivity, { kind: 'said' }>;
  readonly photos: readonly Photo[];
  /** The network it came from, as a keyed hash. */
  readonly network?: string;
};

/** Takes in what comes from the web chat, durably, each thing once. */
export type Intake = {
  /** The chat was opened; only the first time counts. */
  readonly open: (claims: Claims, locale: string | undefined) => Promise<'added' | 'known'>;
  readonly take: (saying: Saying) => Promise<Taken | Refusal>;
};

/** What an intake is made of. */
export type IntakeParts = {
  readonly bot: Pick<Bot, 'accept'>;
  readonly store: Pick<Store, 'conversation' | 'inboundFate' | 'entries'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly traces: Traces;
  readonly limits: WebChatLimits;
  /** Shows a client once more a message that it resent under a new name. */
  readonly showAgain: (conversation: string, seq: number) => void;
};

/** Builds the intake. */
export const createIntake = (parts: IntakeParts): Intake => {
  const turnstile = createTurnstile(MOST_WAITING);
  const spend = createSpend(parts.limits.messagesPerMinute, 60);
  return {
    open: (claims, locale) => parts.bot.accept(openedRow(claims, locale, parts.clock.now())),
    take: async (saying) => {
      const { conv } = saying.claims;
      if ((await spend(conv)) !== undefined) return refused('TooManyRequests');
      const taken = await turnstile.pass(conv, () => keep(parts, saying));
      return taken ?? refused('TooManyRequests');
    },
  };
};

const keep = async (
  parts: IntakeParts,
  { claims, said, photos, network }: Saying,
): Promise<Taken> => {
  const { conv } = claims;
  const { text, choice, clientId, locale } = said;
  const message: Message = {
    text,
    photos,
    ...(choice === undefined ? {} : { choice }),
    ...(clientId === undefined ? {} : { clientId }),
  };
  const row: Inbound = {
    ...rowOf(claims, parts.clock.now()),
    ...(network === undefined ? {} : { network }),
    id: `web:${conv}:${nameOf(clientId)}`,
    content: { kind: 'message', message, ...(locale === undefined ? {} : { locale }) },
  };
  const earlier = await resent(parts, row, message);
  if (earlier === undefined) await parts.bot.accept(row);
  const inbound = earlier ?? row.id;
  return { kind: 'kept', id: messageId(conv, inbound), inbound };
};

/** The row this one repeats under a new name, whose echo then goes out under that name too. */
const resent = async (
  { store, traces, clock, showAgain }: IntakeParts,
  { id, conversation }: Inbound,
  message: Message,
): Promise<string | undefined> => {
  if (message.clientId === undefined) return undefined;
  const post = { inbound: id, gist: gistOf(message), at: clock.now(), answered: false };
  const trace = traces.of(conversation);
  const found = await findResent(store, { conversation, post, trace });
  if (found === undefined) {
    traces.post(conversation, post);
    return undefined;
  }
  traces.rename(conversation, found.inbound, message.clientId);
  if (found.seq !== undefined) showAgain(conversation, found.seq);
  return found.inbound;
};

const PLAIN_NAME = /^(?!opened$|server-)[\w.:-]{1,200}$/;

/** The client's own name for the message; one that could be taken for something else is written so that it cannot. */
const nameOf = (clientId: string | undefined): string => {
  if (clientId === undefined) return `server-${randomUUID()}`;
  if (PLAIN_NAME.test(clientId)) return clientId;
  return `~${createHash('sha256').update(clientId).digest('base64url')}`;
};

const rowOf = ({ conv, user, name }: Claims, at: number) =>
  ({
    conversation: conversationOf(conv),
    channel: 'webchat',
    external: conv,
    person: { id: user, ...(name === undefined ? {} : { name }) },
    at,
  }) as const;

const openedRow = (claims: Claims, locale: string | undefined, at: number): Inbound => ({
  ...rowOf(claims, at),
  id: `web:${claims.conv}:opened`,
  content: { kind: 'opened', ...(locale === undefined ? {} : { locale }) },
});
