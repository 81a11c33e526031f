import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Bot,
  type Channel,
  createBot,
  type Inbound,
  type InboundContent,
  type Log,
  type Store,
} from '../../bot/index.ts';
import { createNotice } from '../../dialogs/index.ts';
import { localBus, openStore } from '../../store/index.ts';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';

const NUMBERS = {
  iban: 'fr76 3000 6000 0112 3456 7890 189',
  card: '4111-1111-1111-1111',
  social: '2 85 12 75 108 123 45',
};
const WORDS = ['schizophrénie', 'métastases', 'pédophile', 'épileptique', 'trafiquant'];

/** What tenants write, in the order they write it, with secrets in every place where a text is kept. */
const SAYINGS = [
  `bonjour, il y a de la moisissure dans la chambre, ma fille a une schizophrénie`,
  `12 rue des Tilleuls bâtiment B, ${NUMBERS.social}`,
  `c'est plutôt 3 rue inconnue, j'ai des métastases`,
  `la chambre, mon fils épileptique y dort, ${NUMBERS.card}`,
  `je ne sais pas, le voisin est un pédophile`,
  `mon rib est ${NUMBERS.iban}`,
  `aussi, le hall est sale, il y a un trafiquant`,
  `je veux parler à une personne, ${NUMBERS.iban}`,
  `je répète : ${NUMBERS.card} et métastases`,
];

/** Who somebody is, told where it is asked and where it is not. */
const BIRTHS = [
  'je suis née le 14/03/1984 et je voudrais ma quittance de mai',
  '00482137',
  '15 mars 1984',
  '00482137 et 14.03.84',
  'merci',
];

let loge: Loge;
const folder = mkdtempSync(join(tmpdir(), 'loge-kept-'));

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const clock = {
  now: Date.now,
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const openBot = (store: Store, log: Log = silent): Bot => {
  let codes = 0;
  return createBot({
    ...{ store, clock, bus: localBus(), log, owner: 'test', sends: {} },
    ...{ talk: loge.talk, understand: loge.understand, mask: loge.mask },
    notice: createNotice(loge.content),
    lookup: async (query) => {
      switch (query.kind) {
        case 'place':
          return { kind: 'place', matches: loge.findPlaces(query.text) };
        case 'incident':
          return { kind: 'incident', events: [] };
        case 'desk':
          return { kind: 'desk', ahead: 0, online: [], danger: false };
        case 'holder': {
          const tenant = loge.leases.holder(query.lease, query);
          return { kind: 'holder', ...(tenant === undefined ? {} : { tenant }) };
        }
        case 'code':
          codes += 1;
          return { kind: 'code', code: `BCDFG${'HJKMNPQR'[codes] ?? 'T'}` };
        default:
          throw new Error(`nobody asked for ${query.kind}`);
      }
    },
  });
};

const rowOf = (channel: Channel, n: number, content: InboundContent): Inbound => ({
  id: `${channel}:${n}`,
  conversation: `${channel}-1`,
  channel,
  external: '1',
  person: { id: 'someone' },
  at: Date.now(),
  content,
});

const SOPHIE = { id: 'sophie', name: 'Sophie' };

/** Lets a tenant say everything, and an agent note what was said on the telephone. */
const live = async (bot: Bot, channel: Channel): Promise<void> => {
  for (const [n, text] of SAYINGS.entries()) {
    await bot.accept(rowOf(channel, n, { kind: 'message', message: { text, photos: [] } }));
  }
  const command = { type: 'note', text: `RIB dit au téléphone : ${NUMBERS.iban}` } as const;
  const noted = { kind: 'command', command, agent: SOPHIE } as const;
  await bot.command({ ...rowOf(channel, 100, noted), content: noted });
};

/** Everything that is on disk, as one text. */
const onDisk = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('utf8'))
    .join('\n');

const compact = (text: string): string => text.replace(/[^\da-z]/gi, '');

test('what is sensitive is never in the database, nor in a copy of it', async () => {
  const store = await openStore(`sqlite:${join(folder, 'loge.db')}`);
  const bot = openBot(store);
  for (const channel of ['webchat', 'sms'] as const) await live(bot, channel);
  const during = onDisk();
  for (const number of Object.values(NUMBERS)) {
    expect(during).not.toContain(number);
    expect(during).not.toContain(compact(number));
  }
  await bot.drain();
  await store.backup(join(folder, 'copy.db'));
  const entries = await store.entries('webchat-1', 0, 1000);
  await store.close();
  const after = onDisk().toLowerCase();
  for (const word of WORDS) expect(after).not.toContain(word);
  const said = JSON.stringify(entries);
  for (const label of Object.values(loge.content.sensitive.labels)) expect(said).toContain(label);
  expect(said).toContain('ma fille a une [détail de santé masqué]');
  expect(said).toContain('RIB dit au téléphone : [IBAN masqué]');
});

test('the understanding hears the whole text: an illness still makes a request urgent', async () => {
  const store = await openStore('sqlite::memory:');
  const bot = openBot(store);
  const text =
    'plus de chauffage, il fait 15, ma mère est diabétique, 12 rue des Tilleuls bâtiment B';
  await bot.accept(rowOf('webchat', 1, { kind: 'message', message: { text, photos: [] } }));
  await bot.drain();
  const kept = await store.conversation('webchat-1');
  const slots = kept?.talk.stack.at(-1)?.slots;
  expect(slots?.['vulnerable_person']).toEqual({ value: 'yes', said: '' });
  expect(JSON.stringify(kept)).not.toContain('diabétique');
  expect(kept?.lastText).toContain('ma mère est [détail de santé masqué]');
  await store.close();
});

test('a birth date is never in the database once it was answered, nor in any log', async () => {
  const logged: unknown[] = [];
  const note = (...told: unknown[]) => void logged.push(told);
  const store = await openStore(`sqlite:${join(folder, 'birth.db')}`);
  const bot = openBot(store, { info: note, warn: note, error: note });
  for (const [n, text] of BIRTHS.entries()) {
    await bot.accept(rowOf('webchat', n, { kind: 'message', message: { text, photos: [] } }));
    await bot.drain();
  }
  const kept = await store.conversation('webchat-1');
  expect(kept?.talk.identity).toMatchObject({ by: 'birth_date', tenant: 'T0001' });
  await store.backup(join(folder, 'birth-copy.db'));
  const entries = JSON.stringify(await store.entries('webchat-1', 0, 100));
  expect(entries.match(/date de naissance masquée/g)).toHaveLength(3);
  await store.close();
  const after = onDisk();
  for (const date of ['14/03/1984', '15 mars', '14.03.84', '1984-03-1']) {
    expect(after).not.toContain(date);
    expect(JSON.stringify(logged)).not.toContain(date);
  }
});
