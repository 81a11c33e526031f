import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesk } from '../../handoff/index.ts';
import { localBus, openStore } from '../../store/index.ts';
import { handClock, silent, smallBot } from './small-bot.ts';
import {
  addAgent,
  CHIEF,
  type Client,
  clientOf,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

/** What each person gets at each route: a stranger, an agent, a supervisor, an administrator. */
const MATRIX: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'POST /api/desk/session': [401, 401, 401, 401],
  'GET /api/desk/session': [401, 200, 200, 200],
  'GET /api/desk/agents': [401, 200, 200, 200],
  'POST /api/desk/accounts': [401, 403, 403, 201],
  'POST /api/desk/links/look': [410, 410, 410, 410],
  'POST /api/desk/links/use': [410, 410, 410, 410],
  'GET /api/desk/conversations': [401, 200, 200, 200],
  'GET /api/desk/conversations/:id': [401, 200, 200, 200],
  'POST /api/desk/conversations/:id/commands': [401, 200, 200, 200],
  'POST /api/desk/conversations/:id/identity-links': [401, 201, 201, 201],
  'POST /api/desk/conversations/:id/presence': [401, 204, 204, 204],
  'GET /api/desk/photos/:id': [401, 200, 200, 200],
  'GET /api/desk/stream': [401, 200, 200, 200],
  // The last one: it ends the sessions the others use.
  'DELETE /api/desk/session': [204, 204, 204, 204],
};

/** A body that each route accepts, as far as there is a right one. */
const BODIES: Readonly<Record<string, (n: number) => unknown>> = {
  'POST /api/desk/session': () => ({ email: 'nobody@exemple.fr', password: 'no' }),
  'POST /api/desk/accounts': (n) => ({ name: 'N', email: `n${n}@exemple.fr`, role: 'agent' }),
  'POST /api/desk/links/look': () => ({ token: 'none' }),
  'POST /api/desk/links/use': () => ({ token: 'none', password: 'douze lettres au moins' }),
  'POST /api/desk/conversations/:id/identity-links': () => ({}),
  'POST /api/desk/conversations/:id/commands': (n) => ({ id: `n${n}`, type: 'note', text: 'x' }),
  'POST /api/desk/conversations/:id/presence': () => ({ doing: 'viewing' }),
};

const PHOTO = { id: 'p1', type: 'image/jpeg', bytes: 3, width: 1, height: 1 } as const;
const PEOPLE = ['a stranger', 'an agent', 'a supervisor', 'an administrator'] as const;

let desk: StartedDesk;
let people: readonly Client[];

beforeAll(async () => {
  desk = await startDesk();
  await desk.write('web-1', 'un humain');
  await desk.store.addPhoto(PHOTO, 'web-1', Uint8Array.of(255, 216, 255));
  const chief = await signIn(desk.url, CHIEF);
  people = [
    clientOf(desk.url),
    await addAgent(desk, chief, { name: 'Sophie', email: 's@exemple.fr', role: 'agent' }),
    await addAgent(desk, chief, { name: 'Karim', email: 'k@exemple.fr', role: 'supervisor' }),
    chief,
  ];
});
afterAll(() => desk.stop());

const routesOf = async (): Promise<readonly string[]> => {
  const store = await openStore('sqlite::memory:');
  const clock = handClock();
  const bus = localBus();
  const bot = smallBot({ store, clock, bus });
  const { router } = createDesk({ bot, store, bus, clock, log: silent, cookieSecure: false });
  await store.close();
  return router.stack.flatMap(({ route }) =>
    (route?.stack ?? []).map(({ method }) => `${method.toUpperCase()} ${route?.path}`),
  );
};

test('every route of the desk stands in the table', async () => {
  expect([...(await routesOf())].sort()).toEqual(Object.keys(MATRIX).sort());
});

describe.each(Object.entries(MATRIX))('%s', (route, expected) => {
  test.each(PEOPLE.map((who, n) => [who, n] as const))('by %s', async (_, n) => {
    const cookie = people[n]?.cookie ?? '';
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(':id', pattern.includes('photos') ? 'p1' : 'web-1');
    const signal = AbortSignal.timeout(10_000);
    const body = BODIES[route]?.(n);
    const response = await fetch(`${desk.url}${path}`, {
      method,
      signal,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await response.body?.cancel();
    expect(response.status).toBe(expected[n]);
  });
});

test('what is not there is a 404 without an explanation', async () => {
  const chief = await signIn(desk.url, CHIEF);
  const { status, body } = await chief.call('GET', '/api/desk/secrets');
  expect([status, body]).toEqual([404, { error: 'not_found' }]);
  expect((await chief.call('GET', '/api/desk/photos/none')).status).toBe(404);
});
