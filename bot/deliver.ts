import type { Instant } from './clock.ts';
import type { Delivery } from './entry.ts';
import type { OutboxEntry, SendResult, Undelivered } from './outbox.ts';

/** How long an attempt of unknown fate may still turn up by itself, ms. */
export const SETTLE = 60_000;

/** A text of the bot is sent again once when nobody knows whether it arrived. */
const BOT_ATTEMPTS = 2;

/** A send that was refused for now is tried this often before it counts as failed. */
const MOST_ATTEMPTS = 8;

/** What is known of a send, whatever it carries. */
type Sending = Pick<OutboxEntry, 'by' | 'attempts' | 'state'>;

/** What to do with the outbox now. Only its head is ever touched, so order holds. */
export type DeliveryStep<Entry extends Sending = OutboxEntry> =
  | { readonly kind: 'rest' }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'send' | 'reconcile' | 'drop'; readonly entry: Entry };

/** Decides the next step for an outbox. */
export const nextDelivery = <Entry extends Sending>(
  outbox: readonly Entry[],
  now: Instant,
  settle = SETTLE,
): DeliveryStep<Entry> => {
  const [entry] = outbox;
  if (entry === undefined) return { kind: 'rest' };
  switch (entry.state.kind) {
    case 'cancelled':
      return { kind: 'drop', entry };
    case 'new':
      return now < entry.state.next
        ? { kind: 'wait', until: entry.state.next }
        : { kind: 'send', entry };
    case 'sending':
      return now < entry.state.since + settle
        ? { kind: 'wait', until: entry.state.since + settle }
        : { kind: 'reconcile', entry };
    default:
      return entry.state satisfies never;
  }
};

/** What becomes of an entry: it stays, changed, or it leaves the outbox with its final delivery. */
export type Delivered<Entry extends Sending = OutboxEntry> =
  | { readonly kind: 'stay'; readonly entry: Entry }
  | {
      readonly kind: 'leave';
      readonly delivery: Delivery;
      readonly channelId?: string;
      /** It was refused for good, for this reason. */
      readonly why?: Undelivered;
    };

/** Marks the intent to send, before the send begins. */
export const intend = <Entry extends Sending>(entry: Entry, now: Instant): Entry => ({
  ...entry,
  attempts: entry.attempts + 1,
  state: { kind: 'sending', since: now },
});

/** Judges what the channel said of a send; an unknown fate stays "sending" until it settles. */
export const judgeSend = <Entry extends Sending>(
  entry: Entry,
  result: SendResult,
  now: Instant,
): Delivered<Entry> => {
  switch (result.kind) {
    case 'sent':
      return left('sent', result.channelId);
    case 'refused':
      return { ...left('failed'), why: result.why };
    case 'later':
      return entry.attempts >= MOST_ATTEMPTS
        ? { ...left('failed'), why: 'other' }
        : { kind: 'stay', entry: { ...entry, state: { kind: 'new', next: now + result.after } } };
    case 'unknown':
      return { kind: 'stay', entry };
    default:
      return result satisfies never;
  }
};

/** Judges an attempt that has settled without a trace: the bot repeats itself once, an agent decides alone. */
export const judgeSettled = <Entry extends Sending>(
  entry: Entry,
  result: SendResult,
  now: Instant,
): Delivered<Entry> => {
  if (result.kind !== 'unknown') return judgeSend(entry, result, now);
  if (entry.by === 'agent' || entry.attempts >= BOT_ATTEMPTS) return left('unconfirmed');
  return { kind: 'stay', entry: { ...entry, state: { kind: 'new', next: now } } };
};

const left = (delivery: Delivery, channelId?: string): Extract<Delivered, { kind: 'leave' }> =>
  channelId === undefined ? { kind: 'leave', delivery } : { kind: 'leave', delivery, channelId };
