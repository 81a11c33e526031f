import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import type { Account, Bot, Catalogue, Clock, Inbound, Store } from '../../bot/index.ts';
import { createSuggest } from '../../dialogs/index.ts';
import { createDesk, firstAdministrator, type OidcSettings } from '../../handoff/index.ts';
import { localBus, openStore } from '../../store/index.ts';
import { eventually } from '../eventually.ts';
import { shippedWords } from '../services-site.ts';
import { handClock, silent, smallBot } from './small-bot.ts';

export const CHIEF = { email: 'Chef@exemple.fr', password: 'un mot de passe long' };

/** An answer of the desk with its body read. */
export type Heard = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** A browser, or a program, with its cookie. */
export type Client = {
  readonly cookie: string;
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Heard>;
};

/** A client of the desk; with a cookie when it has signed in. */
export const clientOf = (url: string, cookie = ''): Client => ({
  cookie,
  call: async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  },
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The cookie of an answer, as it is sent back. */
export const cookieOf = ({ headers }: Heard): string =>
  (headers.get('set-cookie') ?? '').replace(/;.*/, '');

/** Signs in and gives the client that is signed in. */
export const signIn = async (
  url: string,
  person: { readonly email: string; readonly password: string },
): Promise<Client> =>
  clientOf(url, cookieOf(await clientOf(url).call('POST', '/api/desk/session', person)));

let kept: Promise<Account> | undefined;

/** The administrator every desk has; the password is hashed once for all of them. */
const chiefAccount = (): Promise<Account> => {
  kept ??= makeChief();
  return kept;
};

const makeChief = async (): Promise<Account> => {
  const store = await openStore('sqlite::memory:');
  await firstAdministrator({ store, ...CHIEF, now: 0, random: randomBytes });
  const [account] = await store.accounts();
  await store.close();
  if (account === undefined) throw new Error('The settings made no administrator.');
  return account;
};

/** How a desk differs from the usual one; without a chief nobody can sign in yet. */
export type DeskOptions = {
  readonly cookieSecure?: boolean;
  readonly chief?: boolean;
  readonly site?: RequestHandler;
  readonly secondFactor?: 'optional' | 'required';
  readonly organisation?: OidcSettings;
  readonly catalogue?: Catalogue;
  readonly mask?: (text: string) => string;
  readonly random?: (bytes: number) => Uint8Array;
};

/** The desk on the real bot and the real store, on a free port. */
export const startDeskOn = async <C extends Clock>(
  clock: C,
  { cookieSecure = false, chief = true, site, ...options }: DeskOptions = {},
) => {
  const store = await openStore('sqlite::memory:');
  const bus = localBus();
  const bot = smallBot({ store, clock, bus });
  if (chief) await store.saveAccount(await chiefAccount());
  const suggest = createSuggest(shippedWords());
  const desk = createDesk({
    ...options,
    bot,
    store,
    bus,
    clock,
    log: silent,
    suggest,
    cookieSecure,
  });
  const app = express().use(desk.router);
  if (site !== undefined) app.use(site);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = async (): Promise<void> => {
    await desk.close();
    server.closeAllConnections();
    server.close();
    await bot.drain();
    await store.close();
  };
  const url = `http://127.0.0.1:${port}`;
  const { identityLinks } = desk;
  return { url, store, clock, bus, bot, identityLinks, write: writer({ bot, store }), stop };
};

/** The same with a clock whose hands the test moves. */
export const startDesk = (options: DeskOptions = {}) => startDeskOn(handClock(), options);

/** Everything a desk test works with. */
export type StartedDesk = Awaited<ReturnType<typeof startDesk>>;

/** Lets a tenant write, and waits until the bot has taken it in. */
const writer = ({ bot, store }: { readonly bot: Bot; readonly store: Store }) => {
  let n = 0;
  return async (conversation: string, text: string): Promise<void> => {
    n += 1;
    const row: Inbound = {
      id: `web:${conversation}:${n}`,
      conversation,
      channel: 'webchat',
      external: conversation,
      person: { id: 'dl_1', name: 'Nadia' },
      at: 1_000_000,
      content: { kind: 'message', message: { text, photos: [] } },
    };
    await bot.accept(row);
    await eventually(async () => {
      const entries = await store.entries(conversation, 0, 500);
      const taken = entries.some((entry) => entry.kind === 'message' && entry.inbound === row.id);
      if (!taken) throw new Error(`${row.id} is not taken in yet.`);
    });
  };
};

const LINK = z.object({ link: z.string() });

/** Adds somebody through the front door: an administrator invites, the person chooses a password. */
export const addAgent = async (
  { url }: Pick<StartedDesk, 'url'>,
  chief: Client,
  person: { readonly name: string; readonly email: string; readonly role: string },
): Promise<Client> => {
  const invited = await chief.call('POST', '/api/desk/accounts', person);
  const token = LINK.parse(invited.body).link.replace(/.*#link=/, '');
  const used = await clientOf(url).call('POST', '/api/desk/links/use', {
    token,
    password: `mot de passe de ${person.name}`,
  });
  return clientOf(url, cookieOf(used));
};
