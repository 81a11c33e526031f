import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { type Bot, type Clock, createBot, type Log, type Store } from '../../bot/index.ts';
import {
  createErrorPages,
  createSms,
  createTwilio,
  type OpenSms,
  type Sms,
} from '../../channels/index.ts';
import { createNotice } from '../../dialogs/index.ts';
import { createIdentityChecks } from '../../identity/index.ts';
import { readMobile } from '../../incidents/index.ts';
import { createLookup } from '../../lookup.ts';
import { localBus, openStore } from '../../store/index.ts';
import type { Carried, Fate, PostedCall, SmsStandIn } from '../sms-stand-in.ts';
import { ACCOUNT, type TwilioOptions, twilioStandIn } from '../twilio-stand-in.ts';
import { SEALS, type Shipped } from './shipped.ts';

/** Tuesday 24 November 2026, 10 o'clock in Paris. */
const START = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;
const CODES = ['BCDFGH', 'JKMNPQ', 'RTVWXZ', 'HGFDCB', 'QPNMKJ', 'ZXWVTR'];

/** The number people write to, and the token of its account. */
export const OURS = { number: '+33939980000', token: 'c'.repeat(32) } as const;
const PUBLIC_URL = 'https://loge.example.fr';

/** The tenant's phone. */
export const PHONE = '+33639980042';

/** Loge as it serves SMS, with the real dialogs, beside a stand-in of Twilio. */
export type SmsHouse = {
  readonly url: string;
  readonly store: Store;
  readonly bot: Bot;
  readonly sms: Sms;
  readonly open: OpenSms;
  readonly standIn: SmsStandIn;
  /** What was logged. */
  readonly logged: readonly string[];
  /** Posts a call; gives the answer once everything that follows from it is done. */
  readonly post: (call: PostedCall) => Promise<Response>;
  /** Somebody writes; gives the texts they get back. */
  readonly write: (body: string, from?: string) => Promise<readonly Carried[]>;
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
};

/** Opens the house; each thing that comes in takes a minute. */
export const openSmsHouse = async (
  loge: Shipped,
  options: {
    readonly fate?: (n: number) => Fate;
    readonly store?: Store;
    readonly perSecond?: number;
  } = {},
): Promise<SmsHouse> => {
  const hand = { now: START };
  const clock: Clock = {
    now: () => hand.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
  const logged: string[] = [];
  const note: Log['info'] = (fields, what) => {
    logged.push(`${what} ${JSON.stringify(fields)}`);
  };
  const log = { info: note, warn: note, error: note };
  const store = options.store ?? (await openStore('sqlite::memory:'));
  const standIn = await twilioStandIn({
    ...OURS,
    publicUrl: PUBLIC_URL,
    now: clock.now,
    ...fateOf(options.fate),
  });
  const { perSecond = 100 } = options;
  const sms = openSms(loge, { store, clock, log, apiUrl: standIn.url, perSecond });
  const bot = openBot(loge, { store, clock, log, sms });
  const open = sms.open(bot);
  const server = createServer(app(loge, open, log)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  const post = async ({ path, headers, body }: PostedCall): Promise<Response> => {
    hand.now += MINUTE;
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    await bot.drain();
    return response;
  };
  return {
    url,
    store,
    bot,
    sms,
    open,
    standIn,
    logged,
    post,
    write: async (body, from = PHONE) => {
      const before = standIn.carried().length;
      const response = await post(await standIn.inboundCall(from, body));
      if (!response.ok) throw new Error(`refused with ${response.status}`);
      return standIn.carried().slice(before);
    },
    pass: (ms) => {
      hand.now += ms;
    },
    close: async () => {
      await bot.drain();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await standIn.close();
      await store.close();
    },
  };
};

const fateOf = (fate: TwilioOptions['fate']) => (fate === undefined ? {} : { fate });

type Tools = { readonly store: Store; readonly clock: Clock; readonly log: Log };

const openSms = (
  loge: Shipped,
  {
    store,
    clock,
    log,
    apiUrl,
    perSecond,
  }: Tools & {
    readonly apiUrl: string;
    readonly perSecond: number;
  },
): Sms => {
  const tokens = [OURS.token] as const;
  const { number } = OURS;
  return createSms({
    provider: createTwilio({
      accountSid: ACCOUNT,
      tokens,
      number,
      publicUrl: PUBLIC_URL,
      apiUrl,
      patience: 300,
    }),
    store,
    clock,
    log,
    secret: 's'.repeat(32),
    publicUrl: PUBLIC_URL,
    shortWordings: loge.content.shortWordings,
    perSecond,
    words: loge.words.photoPage,
    errors: loge.words.webErrors,
  });
};

const openBot = (loge: Shipped, { store, clock, log, sms }: Tools & { readonly sms: Sms }): Bot => {
  const drawn = [...CODES];
  return createBot({
    store,
    bus: localBus(),
    clock,
    log,
    talk: loge.talk,
    notice: createNotice(loge.content),
    mask: loge.mask,
    understand: loge.understand,
    lookup: createLookup({
      atDesk: async () => ({ kind: 'desk', ahead: 0, online: ['sophie'], danger: false }),
      store,
      findPlaces: loge.findPlaces,
      identity: createIdentityChecks({
        ...{ store, readMobile, seals: SEALS, tenants: loge.tenants },
        canText: false,
      }),
      drawCode: () => drawn.shift() ?? 'none left',
    }),
    sends: { sms: sms.send },
    owner: 'test',
  });
};

const app = (loge: Shipped, sms: OpenSms, log: Log): express.Express => {
  const served = express();
  const pages = createErrorPages({ log, words: loge.words.webErrors });
  served.use(sms.router);
  served.use(pages.notFound, pages.failed);
  return served;
};
