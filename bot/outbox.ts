import type { Instant } from './clock.ts';
import type { Speaker } from './entry.ts';
import type { Channel, Person } from './message.ts';
import type { Reply } from './reply.ts';

/** One reply that a push channel has still to carry. */
export type OutboxEntry = {
  /** `<conversation>:<seq>`; goes out with the message where the channel can carry a key. */
  readonly key: string;
  readonly seq: number;
  readonly by: Speaker['kind'];
  readonly reply: Reply;
  readonly attempts: number;
  readonly state:
    | { readonly kind: 'new'; readonly next: Instant }
    /** Written before the send begins, so that a crash leaves a trace of the attempt. */
    | { readonly kind: 'sending'; readonly since: Instant }
    /** A human took over before it left; it never will. */
    | { readonly kind: 'cancelled' };
};

/** Why a reply does not reach the person. */
export type Undelivered =
  /** The person asked the channel for silence. */
  | 'unsubscribed'
  /** There is no such number, or it takes no messages. */
  | 'bad_number'
  /** Switched off, out of reach, or unknown to the network. */
  | 'unreachable'
  /** The network or the provider refused it. */
  | 'blocked'
  | 'too_long'
  /** Whatever else the provider said. */
  | 'other';

/** Where a push channel has to deliver. */
export type Address = {
  readonly channel: Channel;
  readonly external: string;
  readonly person: Person;
};

/** What the channel said of a send, or of a look-up after a crash. */
export type SendResult =
  | { readonly kind: 'sent'; readonly channelId?: string }
  /** Definitely not accepted; try again after `after` milliseconds. */
  | { readonly kind: 'later'; readonly after: number }
  /** Definitely refused for good. */
  | { readonly kind: 'refused'; readonly why: Undelivered }
  /** Nobody knows whether it was accepted. */
  | { readonly kind: 'unknown' };

/** Carries replies to one channel that must be called ("push"); pull channels read entries by sequence. */
export type Send = {
  readonly deliver: (entry: OutboxEntry, to: Address) => Promise<SendResult>;
  /** Asks the channel whether an attempt of unknown fate arrived; absent where it cannot tell. */
  readonly lookUp?: (entry: OutboxEntry, to: Address) => Promise<SendResult>;
};
