import { createRequire } from 'node:module';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { getToken } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';

const require = createRequire(import.meta.url);

type Heard = {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly channelData?: Readonly<Record<string, unknown>>;
};

type Subscribable<Value> = {
  readonly subscribe: (next: (value: Value) => void, fail?: (cause: unknown) => void) => unknown;
};

/** As much of botframework-directlinejs as is used. */
type DirectLine = {
  readonly activity$: Subscribable<Heard>;
  readonly connectionStatus$: Subscribable<number>;
  readonly postActivity: (activity: unknown) => Subscribable<string>;
  readonly end: () => void;
  readonly conversationId: string;
  readonly token: string;
};

const ONLINE = 2;

let DirectLineClient: new (options: unknown) => DirectLine;
beforeAll(() => {
  Object.assign(globalThis, { XMLHttpRequest: require('xmlhttprequest-ssl'), WebSocket });
  ({ DirectLine: DirectLineClient } = require('botframework-directlinejs'));
});

let site: ChatSite;
let clients: DirectLine[] = [];
beforeEach(async () => {
  site = await serveChat();
});
afterEach(async () => {
  for (const client of clients) client.end();
  clients = [];
  await site.close();
  vi.useRealTimers();
});

/** The official client, unmodified; `random` makes its wait before a reconnection the shortest. */
const connect = async (options: Readonly<Record<string, unknown>> = {}) => {
  const { token } = await getToken(site);
  const given = { domain: site.base, token, random: () => 0, pollingInterval: 200, ...options };
  const line = new DirectLineClient(given);
  clients.push(line);
  const heard: Heard[] = [];
  const statuses: number[] = [];
  line.activity$.subscribe(
    (one) => heard.push(one),
    () => statuses.push(-1),
  );
  line.connectionStatus$.subscribe((status) => statuses.push(status));
  const texts = () => heard.map(({ text }) => text);
  return { line, heard, statuses, texts };
};

const post = (line: DirectLine, text: string, clientActivityID: string): Promise<string> =>
  new Promise((resolve, reject) => {
    line
      .postActivity({
        type: 'message',
        text,
        from: { id: 'x', role: 'user' },
        locale: 'fr-FR',
        channelData: { clientActivityID },
      })
      .subscribe(resolve, reject);
  });

const seen = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

describe.each([
  ['a stream', { webSocket: true }],
  ['polling', { webSocket: false }],
])('the official Direct Line client with %s', (_, transport) => {
  it('connects, is greeted, posts, and gets its own message back with the answer, in order', async () => {
    const { line, heard, statuses, texts } = await connect(transport);
    await seen(() => expect(texts()).toEqual(['Bonjour, que se passe-t-il ?']));
    const id = await post(line, 'il y a une fuite', 'c-1');
    await seen(() => expect(heard).toHaveLength(3));
    expect(heard[1]).toMatchObject({ id, channelData: { clientActivityID: 'c-1' } });
    expect(texts()[2]).toBe('Entendu : il y a une fuite (0)');
    expect(statuses.at(-1)).toBe(ONLINE);
  });

  it('takes up an earlier conversation with its history', async () => {
    const first = await connect(transport);
    await seen(() => expect(first.heard).toHaveLength(1));
    await post(first.line, 'avant', 'c-1');
    await seen(() => expect(first.heard).toHaveLength(3));
    const { conversationId, token } = first.line;
    const again = await connect({ ...transport, token, conversationId, watermark: '-' });
    await seen(() => expect(again.texts()).toEqual(first.texts()));
  });
});

describe('the official client when the network is bad', () => {
  it('comes back after its stream is cut, and gets each message once', async () => {
    const { line, texts, statuses } = await connect();
    await seen(() => expect(texts()).toHaveLength(1));
    expect(site.cut()).toBe(1);
    await post(line, 'pendant la coupure', 'c-1');
    await seen(() =>
      expect(texts().slice(1)).toEqual(['pendant la coupure', 'Entendu : pendant la coupure (0)']),
    );
    await post(line, 'après', 'c-2');
    await seen(() => expect(texts()).toHaveLength(5));
    expect(new Set(texts()).size).toBe(5);
    expect(statuses.at(-1)).toBe(ONLINE);
  });

  it('is told "retry" when the store is down, and nothing is kept', async () => {
    const { line, texts } = await connect();
    await seen(() => expect(texts()).toHaveLength(1));
    site.faults.storeDown = true;
    expect(await post(line, 'perdu ?', 'c-1')).toBe('retry');
    site.faults.storeDown = false;
    await post(line, 'perdu ?', 'c-2');
    await seen(() => expect(texts()).toHaveLength(3));
    expect(site.logged.join()).not.toContain('perdu');
  });
});

it('the official client exchanges its token every quarter of an hour and goes on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'], shouldAdvanceTime: false });
  const { line, heard } = await connect({ webSocket: false });
  await seen(() => expect(heard).toHaveLength(1));
  const { token } = line;
  site.clock.setForward(15 * 60_000);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  vi.useRealTimers();
  await seen(() => expect(line.token).not.toBe(token));
  site.clock.setForward(20 * 60_000);
  expect(await post(line, 'toujours là', 'c-1')).not.toBe('retry');
  await seen(() => expect(heard).toHaveLength(3));
});
