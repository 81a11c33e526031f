import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Correction } from '../../bot/index.ts';
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
  'GET /api/desk/intents': [401, 200, 200, 200],
  'POST /api/desk/conversations/:id/corrections': [401, 201, 201, 201],
  'GET /api/desk/corrections': [401, 403, 200, 200],
  'GET /api/desk/corrections/file': [401, 403, 200, 200],
  'POST /api/desk/corrections/:id/decision': [401, 403, 200, 200],
  'POST /api/desk/conversations/:id/presence': [401, 204, 204, 204],
  'GET /api/desk/photos/:id': [401, 200, 200, 200],
  // Without an organisation there is no way through one.
  'GET /api/desk/oidc': [200, 200, 200, 200],
  'GET /api/desk/oidc/start': [404, 404, 404, 404],
  'GET /api/desk/oidc/callback': [404, 404, 404, 404],
  'GET /api/desk/accounts': [401, 403, 403, 200],
  'PATCH /api/desk/accounts/:id': [401, 403, 403, 200],
  'GET /api/desk/accounts/:id/sessions': [401, 403, 403, 200],
  'GET /api/desk/sessions': [401, 200, 200, 200],
  // Somebody else's: only administrators end those.
  'DELETE /api/desk/sessions/:id': [401, 403, 403, 204],
  // The password in the body is wrong, and nothing was offered: the route is reached, and nothing changes.
  'POST /api/desk/second-factor': [401, 422, 422, 422],
  'POST /api/desk/second-factor/confirm': [401, 409, 409, 409],
  'POST /api/desk/second-factor/remove': [401, 422, 422, 422],
  'DELETE /api/desk/accounts/:id/second-factor': [401, 403, 403, 204],
  'GET /api/desk/audit': [401, 403, 403, 200],
  'GET /api/desk/stream': [401, 200, 200, 200],
  // The last one: it ends the sessions the others use.
  'DELETE /api/desk/session': [204, 204, 204, 204],
};

/** A body that each route accepts, as far as there is a right one. */
const BODIES: Readonly<Record<string, (n: number) => unknown>> = {
  'POST /api/desk/session': () => ({ email: 'nobody@exemple.fr', password: 'no' }),
  'POST /api/desk/accounts': (n) => ({ name: 'N', email: `n${n}@exemple.fr`, role: 'agent' }),
  'PATCH /api/desk/accounts/:id': () => ({ role: 'supervisor' }),
  'POST /api/desk/conversations/:id/corrections': () => ({ seq: 1, intents: ['out_of_scope'] }),
  'POST /api/desk/corrections/:id/decision': () => ({ approved: true }),
  'POST /api/desk/second-factor': () => ({ password: 'no' }),
  'POST /api/desk/second-factor/confirm': () => ({ code: '000000' }),
  'POST /api/desk/second-factor/remove': () => ({ password: 'no' }),
  'POST /api/desk/links/look': () => ({ token: 'none' }),
  'POST /api/desk/links/use': () => ({ token: 'none', password: 'douze lettres au moins' }),
  'POST /api/desk/conversations/:id/identity-links': () => ({}),
  'POST /api/desk/conversations/:id/commands': (n) => ({ id: `n${n}`, type: 'note', text: 'x' }),
  'POST /api/desk/conversations/:id/presence': () => ({ doing: 'viewing' }),
};

/** What stands for `:id`, by the beginning of the route. */
const IDS = [
  ['/api/desk/conversations/', 'web-1'],
  ['/api/desk/photos/', 'p1'],
  ['/api/desk/accounts/', 'a-other'],
  ['/api/desk/corrections/', 'c-other'],
  ['/api/desk/sessions/', 's-other'],
] as const;

const OTHER = { id: 'a-other', email: 'o@exemple.fr', name: 'Odile', role: 'agent' } as const;
const PHOTO = { id: 'p1', type: 'image/jpeg', bytes: 3, width: 1, height: 1 } as const;
const HOUR = 3_600_000;
const PEOPLE = ['a stranger', 'an agent', 'a supervisor', 'an administrator'] as const;

let desk: StartedDesk;
let people: readonly Client[];
let addOther: () => Promise<void>;

beforeAll(async () => {
  desk = await startDesk();
  await desk.write('web-1', 'un humain');
  await desk.store.addPhoto(PHOTO, 'web-1', Uint8Array.of(255, 216, 255));
  const { now } = desk.clock;
  await desk.store.saveAccount(OTHER);
  const session = { id: 's-other', account: OTHER.id, createdAt: now(), expiresAt: now() + HOUR };
  const correction: Correction = {
    id: 'c-other',
    conversation: 'web-1',
    seq: 99,
    text: 'x',
    lang: 'fr',
    intents: ['out_of_scope'],
    danger: false,
    by: OTHER.id,
    at: now(),
    state: 'pending',
  };
  const corrected = { at: now(), act: 'corrected' } as const;
  addOther = async () => {
    await desk.store.addSession(session);
    await desk.store.saveCorrection(correction, corrected);
  };
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

const visit = async (route: string, cookie: string, body: unknown): Promise<number> => {
  await addOther();
  const [method = '', pattern = ''] = route.split(' ');
  const id = IDS.find(([start]) => pattern.startsWith(start))?.[1] ?? '';
  const response = await fetch(`${desk.url}${pattern.replace(':id', id)}`, {
    method,
    signal: AbortSignal.timeout(10_000),
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.body?.cancel();
  return response.status;
};

test('property: no role ever reaches a route that the table does not give it, whatever it sends', async () => {
  const roles = ['agent', 'supervisor'] as const;
  const denied = roles.flatMap((role, n) =>
    Object.entries(MATRIX)
      .filter(([, expected]) => expected[n + 1] === 403)
      .map(([route]) => ({ role, route })),
  );
  const [account] = (await desk.store.accounts()).filter(({ name }) => name === 'Sophie');
  const cookie = people[1]?.cookie ?? '';
  const anything = fc.oneof(fc.object(), fc.record({ role: fc.constantFrom('admin', 'agent') }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...denied), anything, async ({ role, route }, body) => {
      // The same cookie, whatever its person became since the sign-in.
      await desk.store.changeAccount({ id: account?.id ?? '', set: { role } });
      const status = await visit(route, cookie, route.startsWith('GET') ? undefined : body);
      expect([route, role, status]).toEqual([route, role, 403]);
    }),
    { numRuns: 60 },
  );
  await desk.store.changeAccount({ id: account?.id ?? '', set: { role: 'agent' } });
});

test('somebody whose account was closed reaches nothing, in the middle of a session too', async () => {
  const [account] = (await desk.store.accounts()).filter(({ name }) => name === 'Sophie');
  const id = account?.id ?? '';
  await desk.store.changeAccount({ id, set: { disabled: true } });
  for (const [route, [stranger]] of Object.entries(MATRIX)) {
    if (stranger !== 401 || route === 'POST /api/desk/session') continue;
    const body = route.startsWith('GET') ? undefined : {};
    expect([route, await visit(route, people[1]?.cookie ?? '', body)]).toEqual([route, 401]);
  }
  await desk.store.changeAccount({ id, set: { disabled: undefined } });
});

describe.each(Object.entries(MATRIX))('%s', (route, expected) => {
  test.each(PEOPLE.map((who, n) => [who, n] as const))('by %s', async (_, n) => {
    const body = BODIES[route]?.(n);
    expect(await visit(route, people[n]?.cookie ?? '', body)).toBe(expected[n]);
  });
});

test('what is not there is a 404 without an explanation', async () => {
  const chief = await signIn(desk.url, CHIEF);
  const { status, body } = await chief.call('GET', '/api/desk/secrets');
  expect([status, body]).toEqual([404, { error: 'not_found' }]);
  expect((await chief.call('GET', '/api/desk/photos/none')).status).toBe(404);
});
