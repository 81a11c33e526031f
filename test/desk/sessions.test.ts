import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstAdministrator } from '../../handoff/index.ts';
import {
  addAgent,
  CHIEF,
  clientOf,
  cookieOf,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

const MINUTE = 60_000;

let desk: StartedDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stop());

const whoAmI = (cookie: string, headers = {}) =>
  clientOf(desk.url, cookie).call('GET', '/api/desk/session', undefined, headers);

describe('the cookie', () => {
  test('cannot be read by scripts, and its secret is not what is stored', async () => {
    const heard = await clientOf(desk.url).call('POST', '/api/desk/session', CHIEF);
    expect(heard.status).toBe(200);
    expect(heard.body).toMatchObject({ agent: { name: 'Chef', role: 'admin' } });
    expect(JSON.stringify(heard.body)).not.toContain('scrypt');
    const header = heard.headers.get('set-cookie') ?? '';
    expect(header).toMatch(/^loge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(await desk.store.session(cookieOf(heard).replace('loge=', ''))).toBeUndefined();
  });

  test('is tied to this host where there is https', async () => {
    const secure = await startDesk({ cookieSecure: true });
    const heard = await clientOf(secure.url).call('POST', '/api/desk/session', CHIEF);
    expect(heard.headers.get('set-cookie')).toMatch(/^__Host-loge=.*Path=\/;.*Secure/);
    const plain = cookieOf(heard).replace('__Host-', '');
    expect((await clientOf(secure.url, plain).call('GET', '/api/desk/session')).status).toBe(401);
    await secure.stop();
  });

  test('a new sign-in replaces the session the browser had', async () => {
    const first = await signIn(desk.url, CHIEF);
    const second = cookieOf(await first.call('POST', '/api/desk/session', CHIEF));
    expect(second).not.toBe(first.cookie);
    expect((await whoAmI(first.cookie)).status).toBe(401);
    expect((await whoAmI(second)).status).toBe(200);
  });
});

describe('a session', () => {
  test('ends after 30 minutes without anybody', async () => {
    const { cookie } = await signIn(desk.url, CHIEF);
    desk.clock.move(29 * MINUTE);
    expect((await whoAmI(cookie)).status).toBe(200);
    desk.clock.move(29 * MINUTE);
    expect((await whoAmI(cookie)).status).toBe(200);
    desk.clock.move(31 * MINUTE);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  test('does not last longer for what the page fetches by itself', async () => {
    const { cookie } = await signIn(desk.url, CHIEF);
    desk.clock.move(20 * MINUTE);
    expect((await whoAmI(cookie, { 'loge-by-itself': '1' })).status).toBe(200);
    desk.clock.move(11 * MINUTE);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  test('ends after 12 hours however busy it was', async () => {
    const { cookie } = await signIn(desk.url, CHIEF);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      desk.clock.move(20 * MINUTE);
      expect((await whoAmI(cookie)).status).toBe(200);
    }
    desk.clock.move(20 * MINUTE);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  test('ends when it is told to', async () => {
    const chief = await signIn(desk.url, CHIEF);
    const out = await chief.call('DELETE', '/api/desk/session');
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      204,
      expect.stringContaining('Max-Age=0'),
    ]);
    expect((await whoAmI(chief.cookie)).status).toBe(401);
  });
});

describe('signing in', () => {
  test('answers the same to a wrong password and to a stranger', async () => {
    const visitor = clientOf(desk.url);
    const wrong = await visitor.call('POST', '/api/desk/session', { ...CHIEF, password: 'no' });
    const nobody = { email: 'nobody@exemple.fr', password: 'no' };
    const unknown = await visitor.call('POST', '/api/desk/session', nobody);
    expect([wrong.status, wrong.body]).toEqual([401, { error: 'wrong_credentials' }]);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  test('is slowed down after five failures, right password or not, until time has passed', async () => {
    const visitor = clientOf(desk.url);
    const tries = [1, 2, 3, 4, 5].map(() =>
      visitor.call('POST', '/api/desk/session', { ...CHIEF, password: 'no' }),
    );
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(5).fill(401));
    const refused = await visitor.call('POST', '/api/desk/session', CHIEF);
    expect([refused.status, refused.body]).toEqual([429, { error: 'too_often' }]);
    expect(Number(refused.headers.get('retry-after'))).toBe(15 * 60);
    desk.clock.move(15 * MINUTE);
    expect((await visitor.call('POST', '/api/desk/session', CHIEF)).status).toBe(200);
  });

  test('success is not counted', async () => {
    const visitor = clientOf(desk.url);
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      expect((await visitor.call('POST', '/api/desk/session', CHIEF)).status).toBe(200);
    }
  });
});

describe('requests that come from somewhere else', () => {
  const host = () => desk.url.replace('http://', '');
  test.each([
    ['another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a neighbouring site', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['another origin, in an old browser', () => ({ origin: 'https://evil.example' }), 403],
    ['no origin at all', () => ({ origin: 'null' }), 403],
    ['our page', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
    ['our page, in an old browser', () => ({ origin: `http://${host()}` }), 200],
    ['no browser', () => ({}), 200],
  ])('%s', async (_, headers, status) => {
    const heard = await clientOf(desk.url).call('POST', '/api/desk/session', CHIEF, headers());
    expect(heard.status).toBe(status);
  });

  test('a form is not JSON', async () => {
    const type = { 'content-type': 'text/plain' };
    const heard = await clientOf(desk.url).call('POST', '/api/desk/session', CHIEF, type);
    expect([heard.status, heard.body]).toEqual([415, { error: 'json_only' }]);
  });
});

describe('the first administrator', () => {
  test('is made by a link that works once; no link makes a second one', async () => {
    const empty = await startDesk({ chief: false });
    const { store, clock } = empty;
    const link = async (): Promise<string> => {
      const made = await firstAdministrator({ store, now: clock.now(), random: randomBytes });
      return made.kind === 'link' ? made.path.replace('/console#link=', '') : '';
    };
    const tokens = [await link(), await link()];
    const visitor = clientOf(empty.url);
    const use = (token: string | undefined, person: object) =>
      visitor.call('POST', '/api/desk/links/use', { token, password: CHIEF.password, ...person });
    const looked = await visitor.call('POST', '/api/desk/links/look', { token: tokens[0] });
    expect([looked.status, looked.body]).toEqual([200, { kind: 'first' }]);
    expect((await use(tokens[0], {})).status).toBe(410);
    const first = await use(tokens[0], { name: 'Léa', email: 'Lea@exemple.fr' });
    expect(first.body).toMatchObject({ agent: { name: 'Léa', role: 'admin' } });
    for (const token of tokens) {
      expect((await use(token, { name: 'X', email: 'x@exemple.fr' })).status).toBe(410);
    }
    expect(await link()).toBe('');
    expect(await store.accounts()).toHaveLength(1);
    await empty.stop();
  });

  test('has the password the settings say, also when they change', async () => {
    const password = 'un tout autre secret';
    await firstAdministrator({
      store: desk.store,
      ...CHIEF,
      password,
      now: 1,
      random: randomBytes,
    });
    const visitor = clientOf(desk.url);
    expect((await visitor.call('POST', '/api/desk/session', CHIEF)).status).toBe(401);
    const changed = await visitor.call('POST', '/api/desk/session', { ...CHIEF, password });
    expect(changed.status).toBe(200);
    expect(await desk.store.accounts()).toHaveLength(1);
  });
});

describe('an invitation', () => {
  const sophie = { name: 'Sophie', email: 'Sophie@exemple.fr', role: 'agent' };

  test('lets one person choose a password once', async () => {
    const chief = await signIn(desk.url, CHIEF);
    const { body } = await chief.call('POST', '/api/desk/accounts', sophie);
    const token = JSON.stringify(body).match(/#link=([\w-]+)/)?.[1] ?? '';
    const visitor = clientOf(desk.url);
    const looked = await visitor.call('POST', '/api/desk/links/look', { token });
    expect(looked.body).toMatchObject({ kind: 'invited', name: 'Sophie' });
    const use = { token, password: 'une phrase de passe' };
    const short = await visitor.call('POST', '/api/desk/links/use', { token, password: 'court' });
    expect(short.status).toBe(400);
    const uses = await Promise.all(
      [1, 2].map(() => visitor.call('POST', '/api/desk/links/use', use)),
    );
    expect(uses.map(({ status }) => status).sort()).toEqual([200, 410]);
    const signedIn = { email: 'SOPHIE@exemple.fr', password: use.password };
    expect((await visitor.call('POST', '/api/desk/session', signedIn)).status).toBe(200);
  });

  test('is over after a day, and is no cookie', async () => {
    const chief = await signIn(desk.url, CHIEF);
    const { body } = await chief.call('POST', '/api/desk/accounts', sophie);
    const token = JSON.stringify(body).match(/#link=([\w-]+)/)?.[1] ?? '';
    expect((await whoAmI(`loge=${token}`)).status).toBe(401);
    desk.clock.move(24 * 60 * MINUTE);
    const looked = await clientOf(desk.url).call('POST', '/api/desk/links/look', { token });
    expect([looked.status, looked.body]).toEqual([410, { error: 'link_void' }]);
  });

  test('an address that can sign in already is not invited again', async () => {
    const chief = await signIn(desk.url, CHIEF);
    await addAgent(desk, chief, sophie);
    expect((await chief.call('POST', '/api/desk/accounts', sophie)).status).toBe(409);
  });
});
