import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import twilio from 'twilio';
import {
  type Carried,
  type Fate,
  type PostedCall,
  type SmsStandIn,
  serve,
} from './sms-stand-in.ts';

/** The account that is served. */
export const ACCOUNT = `AC${'0'.repeat(32)}`;

type Row = Carried & {
  readonly from: string;
  readonly inbound: boolean;
  readonly at: number;
  readonly callback: string | undefined;
};

/** How a stand-in is set up. */
export type TwilioOptions = {
  readonly token: string;
  readonly number: string;
  /** What signatures are made over. */
  readonly publicUrl: string;
  /** What becomes of the n-th text it is given, from 0. */
  readonly fate?: (n: number) => Fate;
  /** Called for each text it has taken. */
  readonly taken?: (text: Carried) => void;
  readonly port?: number;
  readonly now?: () => number;
  /** Fields of inbound calls that are not as they should be. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** Twilio's messages API on loopback, as it is documented: create, list by pages, signed calls. */
export const twilioStandIn = async (options: TwilioOptions): Promise<SmsStandIn> => {
  const rows: Row[] = [];
  let given = 0;
  const base = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
  const credentials = `Basic ${btoa(`${ACCOUNT}:${options.token}`)}`;

  const add = (row: Omit<Row, 'id' | 'at'>): Row => {
    const digest = createHash('md5').update(`${options.publicUrl}:${rows.length}`).digest('hex');
    const added = { ...row, id: `SM${digest}`, at: (options.now ?? Date.now)() };
    rows.push(added);
    return added;
  };

  const create = (form: URLSearchParams, response: ServerResponse): void => {
    const fate = options.fate?.(given) ?? 'taken';
    given += 1;
    const refusal = REFUSALS[fate];
    if (refusal !== undefined) {
      json(response, ...refusal);
      return;
    }
    const row = add({
      to: form.get('To') ?? '',
      from: form.get('From') ?? '',
      body: form.get('Body') ?? '',
      inbound: false,
      callback: form.get('StatusCallback') ?? undefined,
    });
    options.taken?.(row);
    if (fate === 'taken-silence') return;
    if (fate === 'taken-500') json(response, 500, { code: 20500, message: 'Internal' });
    else json(response, 201, shown(row));
  };

  const list = (query: URLSearchParams, response: ServerResponse): void => {
    const size = Number(query.get('PageSize') ?? 50);
    const page = Number(query.get('Page') ?? 0);
    const found = rows.filter((row) => fits(row, query)).reverse();
    const more = found.length > (page + 1) * size;
    const next = new URLSearchParams({ ...Object.fromEntries(query), Page: String(page + 1) });
    json(response, 200, {
      messages: found.slice(page * size, (page + 1) * size).map(shown),
      next_page_uri: more ? `${base}?${next}` : null,
      page,
      page_size: size,
    });
  };

  const signed = (path: string, params: Record<string, string>): PostedCall => ({
    path,
    body: new URLSearchParams(params).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(
        options.token,
        `${options.publicUrl}${path}`,
        params,
      ),
    },
  });

  const server = await serve((request, body, response) => {
    const url = new URL(request.url ?? '/', 'http://twilio');
    if (request.headers.authorization !== credentials) {
      json(response, 401, { code: 20003, message: 'Authenticate', status: 401 });
    } else if (url.pathname !== base) {
      json(response, 404, { code: 20404, message: 'Not found' });
    } else if (request.method === 'POST') {
      create(new URLSearchParams(body), response);
    } else {
      list(url.searchParams, response);
    }
  }, options.port);

  return {
    ...server,
    carried: () => rows.filter(({ inbound }) => !inbound),
    inboundCall: async (from, body) => {
      const { id } = add({
        from,
        to: options.number,
        body,
        inbound: true,
        callback: undefined,
      });
      return signed('/api/twilio/sms', {
        ToCountry: 'FR',
        SmsMessageSid: id,
        NumMedia: '0',
        SmsSid: id,
        SmsStatus: 'received',
        Body: body,
        To: options.number,
        NumSegments: '1',
        MessageSid: id,
        AccountSid: ACCOUNT,
        From: from,
        ApiVersion: '2010-04-01',
        ...options.fields,
      });
    },
    statusCall: (id, at) => {
      const { to, from, callback = '' } = rows.find((row) => row.id === id) ?? rows[0] ?? NOBODY;
      const failed = at === 'unreachable';
      return signed(callback.replace(options.publicUrl, ''), {
        MessageSid: id,
        SmsSid: id,
        SmsStatus: failed ? 'undelivered' : at,
        MessageStatus: failed ? 'undelivered' : at,
        To: to,
        From: from,
        AccountSid: ACCOUNT,
        ApiVersion: '2010-04-01',
        ...(failed ? { ErrorCode: '30003' } : {}),
      });
    },
  };
};

const NOBODY = { to: '', from: '', callback: '' };

const REFUSALS: Readonly<Partial<Record<Fate, readonly [number, object]>>> = {
  throttled: [429, { code: 20429, message: 'Too Many Requests', status: 429 }],
  unsubscribed: [400, { code: 21610, message: 'Attempt to send to unsubscribed', status: 400 }],
  'bad-number': [400, { code: 21211, message: 'Invalid To', status: 400 }],
  down: [503, { code: 20503, message: 'Service unavailable', status: 503 }],
};

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const fits = ({ to, from, at }: Row, query: URLSearchParams): boolean => {
  const after = query.get('DateSent>');
  return (
    (query.get('To') ?? to) === to &&
    (query.get('From') ?? from) === from &&
    (after === null || at >= Date.parse(after))
  );
};

const shown = ({ id, to, from, body, inbound, at }: Row) => ({
  sid: id,
  account_sid: ACCOUNT,
  to,
  from,
  body,
  status: inbound ? 'received' : 'queued',
  direction: inbound ? 'inbound' : 'outbound-api',
  date_created: new Date(at).toUTCString().replace('GMT', '+0000'),
  date_sent: null,
  date_updated: new Date(at).toUTCString().replace('GMT', '+0000'),
  error_code: null,
  error_message: null,
  num_media: '0',
  num_segments: '1',
  messaging_service_sid: null,
  price: null,
  price_unit: 'USD',
  api_version: '2010-04-01',
  uri: '',
  subresource_uris: {},
});
