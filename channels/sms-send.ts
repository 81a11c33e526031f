import type { Address, Clock, Log, OutboxEntry, Reply, Send, SendResult } from '../bot/index.ts';
import type { SmsClaims } from './sms-claims.ts';
import { failureName } from './sms-not-sent.ts';
import type { SmsPace } from './sms-pace.ts';
import type { SmsProvider, SmsText } from './sms-provider.ts';
import { partKey } from './sms-threads.ts';

/** What carries replies as SMS. */
export type SmsSendParts = {
  readonly provider: SmsProvider;
  readonly claims: SmsClaims;
  readonly pace: SmsPace;
  /** A reply as texts; the same each time it is asked for the same key. */
  readonly render: (reply: Reply, key: string, conversation: string) => Promise<readonly string[]>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Pick<Log, 'warn'>;
};

/** All tries of one text lie within this, ms. */
const TRYING = 2 * 3_600_000;

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 20 * 60_000;

/** How long to wait after a try that was refused for now: 2 s, 8 s, 32 s, up to 20 minutes. */
const pauseAfter = (attempts: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 4 ** (attempts - 1));

/**
 * Carries replies: a text that was tried before is looked for first, so it goes out again only when the provider does not
 * have it. That is known once an attempt has settled.
 */
export const createSmsSend = (parts: SmsSendParts): Send => ({
  deliver: async (entry, to) => {
    const texts = await textsOf(parts, entry, to);
    return texts.reduce<Promise<SendResult>>(
      async (before, text) => {
        const so = await before;
        if (so.kind !== 'sent') return so;
        const one = await carryOne(parts, entry, text);
        return one.kind === 'sent' ? { ...one, ...so } : one;
      },
      Promise.resolve({ kind: 'sent' }),
    );
  },
  lookUp: async (entry, to) => {
    for (const text of await textsOf(parts, entry, to)) {
      const found = await search(parts, entry, text);
      if (found?.kind !== 'sent') return found ?? { kind: 'later', after: 0 };
    }
    return { kind: 'sent' };
  },
});

const textsOf = async (
  { render }: SmsSendParts,
  { key, reply }: OutboxEntry,
  { person }: Address,
): Promise<readonly SmsText[]> => {
  const bodies = await render(reply, key, conversationOf(key));
  return bodies.map((body, n) => ({
    to: person.id,
    body,
    key: partKey(key, n, bodies.length),
  }));
};

const conversationOf = (key: string): string => key.slice(0, key.lastIndexOf(':'));

const carryOne = async (
  parts: SmsSendParts,
  entry: OutboxEntry,
  text: SmsText,
): Promise<SendResult> => {
  const earlier = entry.attempts > 1 ? await search(parts, entry, text) : undefined;
  if (earlier !== undefined) return earlier;
  const wait = await parts.pace.turn(text.key, entry.reply.safety !== undefined);
  if (wait !== undefined) return { kind: 'later', after: wait };
  const result = await parts.provider.send(text);
  if (result.kind === 'sent' && result.channelId !== undefined) {
    await parts.claims.claim(result.channelId, text.key);
  }
  if (result.kind === 'later') parts.log.warn({ key: text.key }, 'sms refused for now');
  return slower(result, entry);
};

const slower = (result: SendResult, { attempts }: OutboxEntry): SendResult =>
  result.kind === 'later'
    ? { ...result, after: Math.max(result.after, pauseAfter(attempts)) }
    : result;

/** What became of an earlier try; undefined when there is none. A provider that does not answer is asked again later. */
const search = async (
  { provider, claims, clock, log }: SmsSendParts,
  entry: OutboxEntry,
  text: SmsText,
): Promise<SendResult | undefined> => {
  try {
    const found = await provider.lookUp(text, clock.now() - TRYING);
    return await claims.firstOf(found, text.key);
  } catch (cause) {
    log.warn({ key: text.key, cause: failureName(cause) }, 'sms not looked up');
    return slower({ kind: 'later', after: 0 }, entry);
  }
};
