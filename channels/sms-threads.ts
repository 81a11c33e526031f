import { createHmac } from 'node:crypto';
import { type Inbound, type Instant, MAX_TEXT } from '../bot/index.ts';
import type { SmsReceived } from './sms-provider.ts';

/** Characters of the name of a thread: 132 bits, nothing that tells the number. */
const LENGTH = 22;

/** The conversation between a person's number and one of ours; its name shows neither, not even in a log. */
export const threadOf = (
  secret: string,
  { from, to }: Pick<SmsReceived, 'from' | 'to'>,
): string => {
  const mark = createHmac('sha256', `sms-thread:${secret}`).update(`${to}>${from}`);
  return `sms:${mark.digest('base64url').slice(0, LENGTH)}`;
};

/** A text that was received, as a row to be kept. */
export const rowOf = (
  { secret, provider, now }: Readonly<{ secret: string; provider: string; now: Instant }>,
  received: SmsReceived,
): Inbound => {
  const { id, from, to, body, wish } = received;
  return {
    id: `sms:${provider}:${id}`,
    conversation: threadOf(secret, received),
    channel: 'sms',
    external: to,
    person: { id: from, phone: from },
    at: now,
    content: {
      kind: 'message',
      message: { text: body.trim().slice(0, MAX_TEXT), photos: [] },
      ...(wish === undefined ? {} : { wish }),
    },
  };
};

/** The key of one of the texts that carry a reply: its entry's own, and its place when there are several. */
export const partKey = (entry: string, n: number, count: number): string =>
  count === 1 ? entry : `${entry}/${n + 1}-${count}`;

/** What a key stands for; undefined when it is not the key of a reply. */
export const readPartKey = (
  key: string,
): { readonly conversation: string; readonly seq: number; readonly last: boolean } | undefined => {
  const [, conversation, seq, n, count] = /^(sms:[\w-]+):(\d+)(?:\/(\d+)-(\d+))?$/.exec(key) ?? [];
  if (conversation === undefined) return undefined;
  return { conversation, seq: Number(seq), last: n === count };
};
