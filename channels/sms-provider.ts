import type { Instant, SendResult, Undelivered, Wish } from '../bot/index.ts';

/** The longest wait for a list of a provider, ms; a turn's lease outlasts it. */
export const LIST_PATIENCE = 10_000;

/** One text on its way to a phone; at most two segments. */
export type SmsText = {
  /** E.164, such as +33612345678. */
  readonly to: string;
  readonly body: string;
  /** Ours, at most 80 characters of `[\w:./-]`; goes out with the text where the provider can carry it. */
  readonly key: string;
};

/** A text that came from a phone. */
export type SmsReceived = {
  /** The provider's id; the same text told twice has the same one. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  /** The number of ours it was written to. */
  readonly to: string;
  readonly body: string;
  readonly wish?: Wish;
};

/** What a provider knows of a text that we sent, or perhaps sent. */
export type SmsFound = {
  readonly id: string;
  /** Our key, where the provider keeps it; without one the body and the number are what it was found by. */
  readonly key?: string;
  readonly result: SendResult;
};

/** What a provider says later of a text it took. */
export type SmsStatus = {
  readonly id: string;
  readonly key: string;
  readonly progress:
    | { readonly kind: 'accepted' | 'sent' | 'delivered' }
    | { readonly kind: 'failed'; readonly why: Undelivered };
};

/** A call of a provider to one of our addresses, as it came. */
export type SmsCall = {
  /** Path and query, as they were called. */
  readonly path: string;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
};

/**
 * One company that carries texts. Everything of it that is not in here stays in its own file.
 * `send` and the look-ups throw when nobody answered: then nothing is known of what became of the call.
 */
export type SmsProvider = {
  /** Stands before its ids, and in logs. */
  readonly name: string;
  /** The number people write to: E.164, or a short number. */
  readonly number: string;
  /** Where it calls us. */
  readonly paths: { readonly inbound: string; readonly status: string };
  /** What it wants to hear once a text is safe with us. */
  readonly thanks: { readonly type: string; readonly body: string };
  readonly send: (text: SmsText) => Promise<SendResult>;
  /** The texts that may be this one, sent since then, oldest first. */
  readonly lookUp: (text: SmsText, since: Instant) => Promise<readonly SmsFound[]>;
  /** Whether a call is really its own; decided before anything in it is read. */
  readonly verify: (call: SmsCall) => boolean;
  /** The text in a call; undefined when there is none in it. */
  readonly readInbound: (call: SmsCall) => SmsReceived | undefined;
  readonly readStatus: (call: SmsCall) => SmsStatus | undefined;
  /** What people wrote to our number since then, oldest first. */
  readonly listInbound: (since: Instant) => Promise<readonly SmsReceived[]>;
};
