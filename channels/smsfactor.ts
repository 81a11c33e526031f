import { createHmac } from 'node:crypto';
import type { Instant, SendResult } from '../bot/index.ts';
import { sameText } from './photo-links.ts';
import { isPlain } from './sms-alphabet.ts';
import { wasNotSent } from './sms-not-sent.ts';
import {
  LIST_PATIENCE,
  type SmsCall,
  type SmsProvider,
  type SmsReceived,
  type SmsText,
} from './sms-provider.ts';
import {
  foundOf,
  judgeTaken,
  messagesPage,
  progressOf,
  readPushed,
  receivedOf,
  repliesPage,
  report,
} from './smsfactor-wire.ts';

/** What SMSFactor needs to know of us (dev.smsfactor.com). */
export type SmsFactorParts = {
  readonly token: string;
  /** The number people see and answer to, E.164 or short. */
  readonly number: string;
  /** The signature its calls carry, and during a change the other one. */
  readonly secrets: readonly [string, ...string[]];
  readonly apiUrl?: string | undefined;
  /** The longest wait for the answer to a send, ms: well below the time after which its fate is looked up. */
  readonly patience: number;
  readonly now: () => Instant;
};

const API = 'https://api.smsfactor.com';

/** Texts as one page of a list. */
const PAGE = 1_000;

/** Clocks may differ by this, ms. */
const AHEAD = 3_600_000;

/** Texts through SMSFactor, by its REST interface. */
export const createSmsFactor = (parts: SmsFactorParts): SmsProvider => {
  const { number, secrets, now } = parts;
  const call = callerOf(parts);
  const between = (since: Instant) => ({
    date_start: inParis(since),
    date_end: inParis(now() + AHEAD),
    length: String(PAGE),
  });
  return {
    name: 'smsfactor',
    number,
    paths: { inbound: '/api/smsfactor/sms', status: '/api/smsfactor/status' },
    thanks: { type: 'application/json', body: '{}' },
    send: (text) => sent(() => call('POST', '/send', orderFor(text, number))),
    lookUp: async ({ to, key }, since) => {
      const destination = to.replace('+', '');
      const query = { ...between(since), type: 'messages-out', destination, sort: 'date' };
      const { messages } = messagesPage.parse(
        await answered(call('GET', pathTo('/messages', query))),
      );
      return messages.map(foundOf).filter((found) => found.key === key);
    },
    verify: (request) => secrets.some((secret) => isSigned(request, secret)),
    readInbound: ({ body }) => readPushed(parsed(body), number),
    readStatus: ({ body }) => {
      const read = report.safeParse(parsed(body));
      if (!read.success) return undefined;
      const { campaign_id: id, message_id: key, status } = read.data;
      return { id, key, progress: progressOf(status) };
    },
    listInbound: async (since) => {
      const all: SmsReceived[] = [];
      for (let total = 1; all.length < total; ) {
        const query = { ...between(since), sort: 'date', start: String(all.length) };
        const page = repliesPage.parse(await answered(call('GET', pathTo('/messages/mo', query))));
        if (page.replies.length === 0) return all;
        all.push(...page.replies.map((one) => receivedOf(one, number)));
        total = page.totalRecords;
      }
      return all;
    },
  };
};

type Caller = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Response>;

const callerOf =
  ({ token, apiUrl = API, patience }: SmsFactorParts): Caller =>
  (method, path, body) =>
    fetch(`${apiUrl}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(method === 'GET' ? LIST_PATIENCE : patience),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

/** A text for one phone, under our key; "alert" is what is no advertising. */
const orderFor = ({ to, body, key }: SmsText, number: string) => ({
  sms: {
    message: {
      text: body,
      pushtype: 'alert',
      sender: number.replace('+', ''),
      unicode: isPlain(body) ? 0 : 1,
    },
    recipients: { gsm: [{ gsmsmsid: key, value: to.replace('+', '') }] },
  },
});

const sent = async (order: () => Promise<Response>): Promise<SendResult> => {
  try {
    const response = await order();
    if (response.status === 429) return { kind: 'later', after: 0 };
    return response.status >= 500 ? { kind: 'unknown' } : judgeTaken(await response.json());
  } catch (cause) {
    if (wasNotSent(cause)) return { kind: 'later', after: 0 };
    throw cause;
  }
};

/** What a list says; one that is refused says nothing. */
const answered = async (asked: Promise<Response>): Promise<unknown> => {
  const response = await asked;
  if (response.ok) return response.json();
  throw new Error(`SMSFactor answered ${response.status}.`);
};

const pathTo = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(query)}`;

/** The documentation can be read both ways: the secret itself, or the text signed with it. Whoever has neither stays out. */
const isSigned = ({ header, body }: SmsCall, secret: string): boolean => {
  const given = header('x-smsfactor-signature') ?? '';
  const digest = createHmac('sha256', secret).update(body).digest('hex');
  return sameText(given, secret) || sameText(given, digest);
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** A moment as SMSFactor writes it: "2026-11-24 10:00:00", in Paris. */
const inParis = (at: Instant): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
