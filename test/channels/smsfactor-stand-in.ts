import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import {
  type Carried,
  type Fate,
  type PostedCall,
  type SmsStandIn,
  serve,
} from '../sms-stand-in.ts';

/** How a stand-in is set up. */
export type SmsFactorOptions = {
  readonly token: string;
  readonly secret: string;
  readonly fate?: (n: number) => Fate;
};

type Sent = Carried & { readonly key: string; readonly at: string };
type Reply = { readonly from: string; readonly message: string; readonly at: string };

const order = z.object({
  sms: z.object({
    message: z.object({
      text: z.string(),
      pushtype: z.literal('alert'),
      sender: z.string(),
      unicode: z.union([z.literal(0), z.literal(1)]),
    }),
    recipients: z.object({ gsm: z.tuple([z.object({ gsmsmsid: z.string(), value: z.string() })]) }),
  }),
});

/** SMSFactor's REST interface on loopback, as it is documented: send, lists by period, calls with a secret. */
export const smsFactorStandIn = async (options: SmsFactorOptions): Promise<SmsStandIn> => {
  const sent: Sent[] = [];
  const replies: Reply[] = [];
  let given = 0;

  const send = (body: string, response: ServerResponse): void => {
    const fate = options.fate?.(given) ?? 'taken';
    given += 1;
    const refusal = REFUSALS[fate];
    if (refusal !== undefined) {
      json(response, ...refusal);
      return;
    }
    const { message, recipients } = order.parse(JSON.parse(body)).sms;
    const [{ gsmsmsid: key, value }] = recipients.gsm;
    const id = String(14_000_000 + sent.length);
    sent.push({ id, to: `+${value}`, body: message.text, key, at: inParis(Date.now()) });
    if (fate === 'taken-silence') return;
    if (fate === 'taken-500') json(response, 500, { status: -99, message: 'Error' });
    else json(response, 200, { ...FILTERED, status: 1, message: 'OK', ticket: id, sent: 1 });
  };

  const list = (query: URLSearchParams, response: ServerResponse): void => {
    const found = sent.filter(
      ({ to, at }) => to === `+${query.get('destination')}` && isWithin(at, query),
    );
    const messages = found.map(({ id, key, body, at }) => ({
      campaign_id: Number(id),
      client_message_id: key,
      message: body,
      date: at,
      status: 'SENT',
      type: 'sms_mt',
    }));
    json(response, 200, { status: 1, message: 'OK', totalRecords: messages.length, messages });
  };

  const listReplies = (query: URLSearchParams, response: ServerResponse): void => {
    const found = replies.filter(({ at }) => isWithin(at, query));
    const start = Number(query.get('start') ?? 0);
    const page = found.slice(start, start + Number(query.get('length') ?? 100));
    const shown = page.map(({ from, message, at }, n) => ({
      message_id: String(start + n),
      campaign_id: '1',
      destination: Number(from.replace('+', '')),
      message,
      date: at,
    }));
    json(response, 200, { status: 1, totalRecords: found.length, replies: shown });
  };

  const call = (path: string, body: object): PostedCall => ({
    path,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-smsfactor-signature': options.secret },
  });

  const server = await serve((request, body, response) => {
    const url = new URL(request.url ?? '/', 'http://smsfactor');
    if (request.headers.authorization !== `Bearer ${options.token}`) {
      json(response, 200, { status: -1, message: 'Authentication error' });
    } else if (request.method === 'POST' && url.pathname === '/send') {
      send(body, response);
    } else if (url.pathname === '/messages') {
      list(url.searchParams, response);
    } else {
      listReplies(url.searchParams, response);
    }
  });

  return {
    ...server,
    carried: () => sent,
    inboundCall: async (from, message) => {
      const at = inParis(Date.now());
      replies.push({ from, message, at });
      return call('/api/smsfactor/sms', {
        date: `${at.replace(' ', 'T')}+01:00`,
        message,
        from: from.replace('+', ''),
        account_id: '1234',
        last_message_id: '',
      });
    },
    statusCall: (id, at) => {
      const text = sent.find((one) => one.id === id);
      return call('/api/smsfactor/status', {
        date: inParis(Date.now()).replace(' ', 'T'),
        status: { sent: 1, delivered: 3, unreachable: 12 }[at],
        destination: text?.to.replace('+', ''),
        message_id: text?.key,
        campaign_id: id,
        country_code: 'FR',
      });
    },
  };
};

const FILTERED = { blacklisted: 0, duplicated: 0, invalid: 0, npai: 0, flood: 0 };
const none = { ...FILTERED, status: 1, message: 'OK', ticket: '1', sent: 0 };

const REFUSALS: Readonly<Partial<Record<Fate, readonly [number, object]>>> = {
  throttled: [429, { status: -99, message: 'Too many requests' }],
  unsubscribed: [200, { ...none, blacklisted: 1 }],
  'bad-number': [200, { ...none, invalid: 1 }],
  down: [503, { status: -99, message: 'Unavailable' }],
};

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const isWithin = (at: string, query: URLSearchParams): boolean =>
  at >= (query.get('date_start') ?? '') && at <= (query.get('date_end') ?? '');

const inParis = (at: number): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
