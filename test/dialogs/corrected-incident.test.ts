import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBot, type Inbound, type Log, type Message, type Store } from '../../bot/index.ts';
import { createNotice } from '../../dialogs/index.ts';
import { createIdentityChecks } from '../../identity/index.ts';
import { readMobile } from '../../incidents/index.ts';
import { createLookup } from '../../lookup.ts';
import { localBus, openStore } from '../../store/index.ts';
import { LEARNING, type Loge, SEALS, shippedLoge } from './loge.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOW = Date.UTC(2026, 10, 24, 9);
const CODES = ['BCDFGH', 'JKMNPQ', 'RTVWXZ'];

let loge: Loge;
let store: Store;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

/** "EDIT n: text" is a new version of the n-th message. */
const messageOf = (line: string): Message => {
  const [, replaced, text] = /^EDIT (\d+): (.*)$/.exec(line) ?? [];
  return replaced === undefined
    ? { text: line, photos: [] }
    : { text: text ?? '', photos: [], replaces: `web:${replaced}` };
};

const row = (text: string, n: number): Inbound => ({
  id: `web:${n}`,
  conversation: 'webchat-1',
  channel: 'webchat',
  external: '1',
  person: { id: 'dl_1' },
  at: NOW,
  content: { kind: 'message', message: messageOf(text) },
});

/** The whole front desk on a store, with the real words and understanding, hears these messages. */
const converse = async (lines: readonly string[]) => {
  let drawn = -1;
  const bot = createBot({
    ...loge,
    store,
    notice: createNotice(loge.content),
    lookup: createLookup({
      store,
      findPlaces: loge.findPlaces,
      identity: createIdentityChecks({
        ...{ store, readMobile, seals: SEALS, tenants: loge.tenants },
        canText: false,
      }),
      drawCode: () => {
        drawn += 1;
        return CODES[drawn] ?? '';
      },
      atDesk: async () => ({ kind: 'desk', ahead: 0, online: ['sophie'], danger: false }),
    }),
    bus: localBus(),
    sends: {},
    clock: { now: () => NOW, after: () => () => undefined },
    log: silent,
    owner: 'test',
  });
  for (const [n, text] of lines.entries()) await bot.accept(row(text, n));
  await bot.drain();
  const incidents = await store.incidentsOf('webchat-1');
  return Promise.all(
    incidents.map(async (incident) => ({
      incident,
      events: await store.incidentEvents(incident.id),
    })),
  );
};

describe('a correction after the receipt', () => {
  test('of the building: the incident has the right place, and its events show both', async () => {
    const [found] = await converse([
      "plus de lumière dans la cage d'escalier",
      '12 rue des tilleuls batiment A',
      'oui',
      "non c'est le bâtiment B",
    ]);
    expect(found?.incident.place?.label).toBe('12 rue des Tilleuls, bâtiment B');
    expect(found?.events.map(({ kind, data }) => [kind, data['place']])).toEqual([
      ['opened', '12 rue des Tilleuls, bâtiment A'],
      ['corrected', '12 rue des Tilleuls, bâtiment B'],
    ]);
  });

  test('by editing the message that told the address', async () => {
    const [found] = await converse([
      "plus de lumière dans la cage d'escalier",
      '12 rue des tilleuls batiment A',
      'oui',
      'EDIT 1: 12 rue des tilleuls batiment B',
    ]);
    expect(found?.incident.place?.label).toBe('12 rue des Tilleuls, bâtiment B');
    expect(found?.events).toHaveLength(2);
  });

  test('of the building of several requests: each has it, each event log shows both', async () => {
    const found = await converse([
      'la lumière du palier ne marche plus et le digicode est cassé',
      '12 rue des tilleuls batiment A',
      'oui',
      "je me suis trompé c'est le bâtiment B",
    ]);
    expect(found).toHaveLength(2);
    for (const { incident, events } of found) {
      expect(incident.place?.label).toBe('12 rue des Tilleuls, bâtiment B');
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'corrected']);
    }
  });

  test('of the floor, the room and the phone', async () => {
    const [found] = await converse([
      'il y a des cafards dans la cuisine depuis hier, 12 rue des Tilleuls bat B',
      'oui',
      '06 39 98 12 34',
      "en fait c'est au 3e, pas au 2e",
      "c'est la chambre, pas la cuisine",
      "mon numéro c'est le 06 39 98 12 99, pas le 06 39 98 12 34",
    ]);
    expect(found?.incident.slots).toMatchObject({
      floor_level: { value: '3' },
      rooms: { value: 'bedroom' },
    });
    expect(found?.incident.phone).toMatch(/39981299$/);
    expect(found?.events.map(({ kind }) => kind)).toEqual([
      'opened',
      'corrected',
      'corrected',
      'corrected',
      'corrected',
    ]);
  });
});

test('three requests in one message are three incidents, with one place that was asked once', async () => {
  const found = await converse([
    "plus de chauffage, une fuite sous l'évier et l'ascenseur est en panne",
    '12 rue des Tilleuls bâtiment B',
    'oui',
    'un seau suffit',
    'non',
    '16',
    'depuis hier',
    'personne',
    'escalier 1',
  ]);
  expect(found.map(({ incident }) => incident.intent)).toEqual([
    'water_leak',
    'heating_failure',
    'lift_breakdown',
  ]);
  expect(new Set(found.map(({ incident }) => incident.code)).size).toBe(3);
  const entries = await store.entries('webchat-1', 0, 1_000);
  const asked = entries.flatMap((one) => (one.kind === 'reply' ? (one.reply.ask ?? []) : []));
  expect(asked.filter((slot) => slot === 'address')).toHaveLength(2);
  for (const { incident } of found) {
    expect(incident.place?.label).toBe('12 rue des Tilleuls, bâtiment B');
  }
});
