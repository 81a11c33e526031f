import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SendResult, Undelivered } from '../bot/index.ts';
import type { SmsFound, SmsReceived } from './sms-provider.ts';
import { wishIn } from './sms-wishes.ts';

/** SMSFactor writes numbers without the plus, as text or as a figure. */
const phone = z
  .union([z.string(), z.number()])
  .transform((number) => String(number).replace(/^\+/, ''))
  .pipe(z.string().regex(/^\d{3,15}$/))
  .transform((digits) => (digits.length > SHORT_NUMBER ? `+${digits}` : digits));

/** Networks write from short numbers. */
const SHORT_NUMBER = 6;

const name = z.union([z.string().min(1), z.number()]).transform(String);

/** A moment in Paris, to the second: "2026-11-24 10:00:00", with a T and an offset in calls. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/)
  .transform((text) => text.slice(0, 19).replace('T', ' '));

/** A text in a call. */
const pushed = z.object({ date: moment, message: z.string(), from: phone });

/** The same text in a list. */
const listed = z
  .object({ date: moment, message: z.string(), destination: phone })
  .transform(({ destination, ...rest }) => ({ ...rest, from: destination }));

/** A page of a list of what people wrote. */
export const repliesPage = z.object({
  totalRecords: z.coerce.number(),
  replies: z.array(listed).default([]),
});

/** A page of a list of what was sent. */
export const messagesPage = z.object({
  messages: z
    .array(
      z.object({
        campaign_id: name,
        client_message_id: name.nullish(),
        status: z.string().default(''),
      }),
    )
    .default([]),
});

/** The answer to a text that was handed over: how many were taken, and why others were not. */
const taken = z.object({
  status: z.number(),
  ticket: name.optional(),
  sent: z.number().default(0),
  blacklisted: z.number().default(0),
  invalid: z.number().default(0),
  npai: z.number().default(0),
  flood: z.number().default(0),
});

/** What became of a text. */
export const report = z.object({ status: z.coerce.number(), message_id: name, campaign_id: name });

/** A text that was received; calls carry no id, so it is named by who wrote what when. */
export const receivedOf = (
  { date, message, from }: z.infer<typeof pushed>,
  to: string,
): SmsReceived => {
  const wish = wishIn(message);
  const id = createHash('sha256')
    .update(JSON.stringify([from, date, message]))
    .digest('hex');
  return { id: id.slice(0, 32), from, to, body: message, ...(wish === undefined ? {} : { wish }) };
};

/** The text in a call. */
export const readPushed = (json: unknown, to: string): SmsReceived | undefined => {
  const read = pushed.safeParse(json);
  return read.success ? receivedOf(read.data, to) : undefined;
};

/** An account without credit or rights is put right by its owner; the text is fine and is tried again. */
const NOT_NOW: readonly number[] = [-1, -3];

const DONE = 1;

/** What the answer to a send says: a text may be filtered out although the call is a success. */
export const judgeTaken = (json: unknown): SendResult => {
  const read = taken.safeParse(json);
  if (!read.success) return { kind: 'unknown' };
  const { status, ticket, sent, blacklisted, invalid, npai, flood } = read.data;
  if (status === DONE && sent > 0) {
    return { kind: 'sent', ...(ticket === undefined ? {} : { channelId: ticket }) };
  }
  if (NOT_NOW.includes(status) || flood > 0) return { kind: 'later', after: 0 };
  if (blacklisted > 0) return { kind: 'refused', why: 'unsubscribed' };
  return { kind: 'refused', why: invalid + npai > 0 ? 'bad_number' : 'other' };
};

/** SMSFactor's delivery statuses, by what they mean for a tenant. */
const WHY: Readonly<Record<number, Undelivered>> = {
  4: 'blocked',
  5: 'bad_number',
  6: 'blocked',
  7: 'blocked',
  9: 'blocked',
  11: 'unreachable',
  12: 'unreachable',
};

/** How far a text got, by its number. */
export const progressOf = (status: number) => {
  const why = WHY[status];
  if (why !== undefined) return { kind: 'failed', why } as const;
  if (status === 3) return { kind: 'delivered' } as const;
  return { kind: status === 1 || status === 2 ? 'sent' : 'accepted' } as const;
};

/** A text in a list, under the key we gave it. */
export const foundOf = ({
  campaign_id: id,
  client_message_id: key,
  status,
}: z.infer<typeof messagesPage>['messages'][number]): SmsFound => ({
  id,
  ...(key === undefined || key === null ? {} : { key }),
  result: refusalIn(status) ?? { kind: 'sent', channelId: id },
});

const refusalIn = (status: string): SendResult | undefined => {
  const word = status.toLowerCase();
  if (word === 'denied') return { kind: 'refused', why: 'blocked' };
  return word === 'undelivered' ? { kind: 'refused', why: 'unreachable' } : undefined;
};
