import twilio from 'twilio';
import { z } from 'zod';
import type { Instant, SendResult } from '../bot/index.ts';
import { wasNotSent } from './sms-not-sent.ts';
import {
  LIST_PATIENCE,
  type SmsFound,
  type SmsProvider,
  type SmsReceived,
  type SmsText,
} from './sms-provider.ts';
import { wishIn } from './sms-wishes.ts';
import { judgeRefusal, whyNot } from './twilio-errors.ts';

/** What Twilio needs to know of us. */
export type TwilioParts = {
  readonly accountSid: string;
  /** The one we sign in with, and during a rotation the other one that calls may be signed with. */
  readonly tokens: readonly [string, ...string[]];
  readonly number: string;
  /** What signatures are checked against; never the Host header. */
  readonly publicUrl: string;
  /** Where its API is, when it is not Twilio's own address. */
  readonly apiUrl?: string | undefined;
  /** The longest wait for the answer to a send, ms: well below the time after which its fate is looked up. */
  readonly patience: number;
};

const PATHS = { inbound: '/api/twilio/sms', status: '/api/twilio/status' } as const;

/** Words that Twilio itself takes for a wish on long numbers (twilio.com/docs: "opt-out keywords"). */
const WORDS = { stop: ['end', 'quit', 'cancel', 'revoke', 'optout'], start: ['yes'] };

/** The texts of one number that are looked at to find one of them again. */
const LOOKED_AT = 200;

/** Texts as one page of a list. */
const PAGE = 1_000;

/** Texts through Twilio, by its own client. */
export const createTwilio = (parts: TwilioParts): SmsProvider => {
  const { number, publicUrl, tokens } = parts;
  const client = clientOf(parts, parts.patience);
  const lists = clientOf(parts, LIST_PATIENCE);
  const list = (to: string): ReturnType<typeof lists.messages.list> =>
    lists.messages.list({ to, from: number, limit: LOOKED_AT, pageSize: LOOKED_AT });
  return {
    name: 'twilio',
    number,
    paths: PATHS,
    thanks: { type: 'text/xml', body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' },
    send: ({ to, body, key }) =>
      sent(() =>
        client.messages.create({
          to,
          from: number,
          body,
          statusCallback: `${publicUrl}${PATHS.status}?key=${encodeURIComponent(key)}`,
        }),
      ),
    lookUp: async (text, since) => foundIn(await list(text.to), text, since),
    verify: ({ path, header, body }) => {
      const signature = header('x-twilio-signature') ?? '';
      const params = paramsIn(body);
      return tokens.some((token) =>
        twilio.validateRequest(token, signature, `${publicUrl}${path}`, params),
      );
    },
    readInbound: ({ body }) => {
      const read = inbound.safeParse(paramsIn(body));
      return read.success ? receivedOf(read.data) : undefined;
    },
    readStatus: ({ path, body }) => {
      const key = new URL(path, publicUrl).searchParams.get('key');
      const read = status.safeParse(paramsIn(body));
      if (!read.success || key === null) return undefined;
      const { MessageSid: id, MessageStatus, ErrorCode } = read.data;
      return { id, key, progress: progressOf(MessageStatus, ErrorCode) };
    },
    listInbound: async (since) => {
      const dateSentAfter = new Date(since);
      const all = await lists.messages.list({ to: number, dateSentAfter, pageSize: PAGE });
      return all
        .filter(({ direction }) => direction === 'inbound')
        .map(({ sid, from, to, body }) =>
          receivedOf({ MessageSid: sid, From: from, To: to, Body: body }),
        )
        .reverse();
    },
  };
};

const clientOf = ({ accountSid, tokens, apiUrl }: TwilioParts, timeout: number) => {
  const client = twilio(accountSid, tokens[0], { timeout, keepAlive: false });
  if (apiUrl !== undefined) client.api.baseUrl = apiUrl;
  return client;
};

const sent = async (create: () => Promise<{ readonly sid: string }>): Promise<SendResult> => {
  try {
    return { kind: 'sent', channelId: (await create()).sid };
  } catch (cause) {
    if (cause instanceof twilio.RestException) return judgeRefusal(cause.status, cause.code);
    if (wasNotSent(cause)) return { kind: 'later', after: 0 };
    throw cause;
  }
};

type Listed = {
  readonly sid: string;
  readonly body: string;
  readonly dateCreated: Date;
  readonly status: string;
  readonly errorCode: number;
};

/** Twilio keeps no key of ours: a text is known again by its words, its number and its time. */
const foundIn = (
  listed: readonly Listed[],
  { body }: SmsText,
  since: Instant,
): readonly SmsFound[] =>
  listed
    .filter((one) => one.body === body && one.dateCreated.getTime() >= since)
    .map(({ sid, status: at, errorCode }) => ({
      id: sid,
      result: FAILED.includes(at)
        ? ({ kind: 'refused', why: whyNot(errorCode) } as const)
        : ({ kind: 'sent', channelId: sid } as const),
    }))
    .reverse();

const FAILED: readonly string[] = ['failed', 'undelivered'];

const sid = z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/i);
const phone = z.string().regex(/^\+?[0-9]{3,15}$/);
const inbound = z.object({
  MessageSid: sid,
  From: phone,
  To: phone,
  Body: z.string().default(''),
  OptOutType: z.string().optional(),
});
const status = z.object({
  MessageSid: sid,
  MessageStatus: z.string(),
  ErrorCode: z.coerce.number().optional(),
});

const receivedOf = (read: z.infer<typeof inbound>): SmsReceived => {
  const { MessageSid: id, From: from, To: to, Body: body, OptOutType } = read;
  const wish = wishIn(OptOutType ?? body, WORDS);
  return { id, from, to, body, ...(wish === undefined ? {} : { wish }) };
};

const progressOf = (at: string, code: number | undefined) => {
  if (FAILED.includes(at)) return { kind: 'failed', why: whyNot(code) } as const;
  if (at === 'delivered' || at === 'read') return { kind: 'delivered' } as const;
  return { kind: at === 'sent' ? 'sent' : 'accepted' } as const;
};

/** A form as it was posted; what is there twice is a list. */
const paramsIn = (body: string): Record<string, string | string[]> => {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((key) => {
      const [value = '', ...more] = form.getAll(key);
      return [key, more.length === 0 ? value : [value, ...more]];
    }),
  );
};
