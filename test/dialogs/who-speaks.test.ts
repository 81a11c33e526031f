import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, createBot, type Log, type Store } from '../../bot/index.ts';
import { codeText } from '../../dialogs/index.ts';
import { createIdentityChecks } from '../../identity/index.ts';
import { readMobile } from '../../incidents/index.ts';
import { createLookup } from '../../lookup.ts';
import { localBus, openStore } from '../../store/index.ts';
import { LEARNING, type Loge, SEALS, shippedLoge } from './loge.ts';

const START = Date.UTC(2026, 10, 24, 9);
const CODES = ['BCDFGH', 'JKMNPQ', 'RTVWXZ', 'HGFDCB', 'QPNMKJ', 'ZXWVTR'];

let loge: Loge;
let folder: string;
let store: Store;
let bot: Bot;
let now: number;
let sent: { readonly to: string; readonly body: string }[];
let logged: string[];
let rows: number;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

/** The whole front desk on the database, with a carrier that takes every text. */
const open = async (): Promise<void> => {
  store = await openStore(`sqlite:${join(folder, 'loge.db')}`);
  const identity = createIdentityChecks({
    ...{ store, readMobile, seals: SEALS, tenants: loge.tenants },
    canText: true,
  });
  const note = (...told: unknown[]) => void logged.push(JSON.stringify(told));
  const log: Log = { info: note, warn: note, error: note };
  let drawn = 0;
  const drawCode = () => CODES[drawn++ % CODES.length] ?? '';
  bot = createBot({
    clock: { now: () => now, after: () => () => undefined },
    ...{ store, log, bus: localBus(), sends: {}, owner: 'test' },
    ...{ talk: loge.talk, notice: loge.notice, understand: loge.understand, mask: loge.mask },
    lookup: createLookup({
      atDesk: async () => ({ kind: 'desk', ahead: 0, online: ['sophie'], danger: false }),
      store,
      identity,
      drawCode,
      findPlaces: loge.findPlaces,
    }),
    texting: {
      carrier: {
        send: async (text) => {
          sent.push(text);
          return { kind: 'sent' };
        },
      },
      write: ({ n, to, language }, conversation) =>
        codeText(loge.content, language, SEALS.code({ conversation, n, to })),
    },
  });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loge-who-'));
  now = START;
  sent = [];
  logged = [];
  rows = 0;
  await open();
});
afterEach(async () => {
  await bot.drain();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A new process on the same database. */
const restart = async (): Promise<void> => {
  await bot.drain();
  await store.close();
  await open();
};

const say = async (conversation: string, text: string, network = 'n1'): Promise<string> => {
  rows += 1;
  await bot.accept({
    ...{ id: `web:${rows}`, conversation, channel: 'webchat', external: conversation },
    ...{ person: { id: 'dl_1' }, network, at: now },
    content: { kind: 'message', message: { text, photos: [] } },
  });
  await bot.drain();
  const last = (await store.entries(conversation, 0, 1_000)).at(-1);
  return last?.kind === 'reply' ? last.reply.text : '';
};

const reportLamp = async (conversation: string, phone: string): Promise<string> => {
  await say(conversation, "l'ampoule du hall du bâtiment B au 12 rue des Tilleuls est grillée");
  await say(conversation, 'oui');
  return say(conversation, phone);
};

const askPaper = (conversation: string) => say(conversation, 'je voudrais ma quittance de mai');
const levelOf = async (conversation: string) =>
  (await store.conversation(conversation))?.talk.identity?.by;
const codeIn = (n: number): string => /\d{6}/.exec(sent[n]?.body ?? '')?.[0] ?? '';

describe('a code', () => {
  test('confirms the number, also after a restart, and stands in no log and no file', async () => {
    await reportLamp('c1', '06 39 98 00 01');
    expect(sent.map(({ to }) => to)).toEqual(['+33639980001']);
    await restart();
    expect(await say('c1', codeIn(0))).toContain('confirmé');
    expect(await levelOf('c1')).toBe('code');
    const [incident] = await store.incidentsOf('c1');
    expect(incident?.slots['identity']?.value).toBe('L1_code');
    expect((await store.incidentEvents(incident?.id ?? '')).at(-1)).toMatchObject({
      kind: 'identity',
      data: { identity: 'L1_code' },
    });
    expect(logged.join()).not.toContain(codeIn(0));
    const kept = JSON.stringify([
      await store.conversation('c1'),
      await store.entries('c1', 0, 1_000),
    ]);
    expect(kept).not.toContain(codeIn(0));
  });

  test('may be typed three times, whatever restarts', async () => {
    await reportLamp('c1', '06 39 98 00 01');
    for (const wrong of ['000000', '000001', '000002']) {
      await restart();
      await say('c1', wrong);
    }
    await say('c1', codeIn(0));
    expect(await levelOf('c1')).toBeUndefined();
  });

  test('of another conversation is worth nothing', async () => {
    await reportLamp('c1', '06 39 98 00 01');
    await reportLamp('c2', '06 39 98 00 01');
    expect(codeIn(0)).not.toBe(codeIn(1));
    await say('c2', codeIn(0));
    expect(await levelOf('c2')).toBeUndefined();
    await say('c2', codeIn(1));
    expect(await levelOf('c2')).toBe('code');
  });

  test('is over after ten minutes', async () => {
    await reportLamp('c1', '06 39 98 00 01');
    now += 10 * 60_000 + 1;
    expect(await say('c1', codeIn(0))).toContain('plus valable');
    expect(await levelOf('c1')).toBeUndefined();
  });

  test('is sent to one number three times a day; then the number is noted as before', async () => {
    for (const n of [1, 2, 3]) await reportLamp(`c${n}`, '06 39 98 00 01');
    await restart();
    expect(await reportLamp('c4', '+33 6 39 98 00 01')).toBe(
      'Merci, votre numéro est noté\u00a0: +33 6 39 98 00 01.',
    );
    expect(sent).toHaveLength(3);
  });
});

describe('a lease', () => {
  const prove = async (conversation: string, text: string, network?: string) => {
    await askPaper(conversation);
    return say(conversation, text, network);
  };

  test('is locked by tries in other conversations, and sounds like one that does not exist', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await prove(`c${n}`, '00482137, né le 01/02/1990');
      await restart();
    }
    const locked = await prove('c6', '00482137, né le 14/03/1984');
    const unknown = await prove('c7', '00999999, né le 14/03/1984');
    expect(locked).toBe(unknown);
    expect(await levelOf('c6')).toBeUndefined();
    now += 25 * 3_600_000;
    await prove('c8', '00482137, né le 14/03/1984');
    expect(await levelOf('c8')).toBe('birth_date');
  });

  test('cannot be guessed from one network, whatever leases and conversations', async () => {
    for (let n = 0; n < 20; n += 1) await prove(`g${n}`, `0048${3000 + n}, né le 01/02/1990`, 'n7');
    await restart();
    await prove('h1', '00482137, né le 14/03/1984', 'n7');
    expect(await levelOf('h1')).toBeUndefined();
    await prove('h2', '00482137, né le 14/03/1984', 'n8');
    expect(await levelOf('h2')).toBe('birth_date');
  });
});
