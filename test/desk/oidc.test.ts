import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OidcSettings } from '../../handoff/index.ts';
import { CLIENT, followTo, type Member, PUBLIC, startOrganisation } from './organisation.ts';
import { CHIEF, clientOf, type StartedDesk, signIn, startDesk } from './started-desk.ts';

const CALLBACK = `${PUBLIC}/api/desk/oidc/callback`;
const NADIA: Member = {
  sub: 'nadia-1',
  email: 'Nadia@exemple.fr',
  name: 'Nadia Benali',
  groups: ['tous', 'loge-agents'],
};
const ROLES = [
  { group: 'loge-agents', role: 'agent' },
  { group: 'loge-chefs', role: 'supervisor' },
  { group: 'loge-admins', role: 'admin' },
] as const;

let organisation: Awaited<ReturnType<typeof startOrganisation>>;
let desk: StartedDesk;
const settings = (): OidcSettings => ({
  issuer: organisation.issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  roles: ROLES,
  publicUrl: PUBLIC,
});
beforeEach(async () => {
  organisation = await startOrganisation(CALLBACK);
  desk = await startDesk({ organisation: settings() });
});
afterEach(async () => {
  await desk.stop();
  organisation.stop();
});

const cookieIn = (response: Response, name: string): string =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith(`${name}=`))
    ?.replace(/;.*/, '') ?? '';

const get = (path: string, cookie = '') =>
  fetch(`${desk.url}${path}`, { redirect: 'manual', headers: { cookie } });

/** The browser goes to the organisation and is sent back; gives the way back and the cookie that belongs to it. */
const comeBack = async () => {
  const started = await get('/api/desk/oidc/start');
  const way = cookieIn(started, 'loge-on-the-way');
  const back = await followTo(started.headers.get('location') ?? '', PUBLIC);
  return { way, path: back.slice(PUBLIC.length) };
};

/** Where the desk sends the browser, and the session it got. */
const arrive = async ({ way, path }: { readonly way: string; readonly path: string }) => {
  const response = await get(path, way);
  return { to: response.headers.get('location'), session: cookieIn(response, 'loge') };
};
const comeIn = async (member: Member) => {
  organisation.is(member);
  return arrive(await comeBack());
};
const whoIs = async (session: string) =>
  (await clientOf(desk.url, session).call('GET', '/api/desk/session')).body;

describe('somebody of the organisation', () => {
  test('gets in with the role of their group, and is the same person the next time', async () => {
    const first = await comeIn(NADIA);
    expect(first.to).toBe('/console');
    expect(await whoIs(first.session)).toMatchObject({
      agent: { name: 'Nadia Benali', email: 'nadia@exemple.fr', role: 'agent' },
      factor: 'elsewhere',
    });
    const second = await comeIn({ ...NADIA, email: 'n.benali@exemple.fr' });
    expect(await whoIs(second.session)).toMatchObject({ agent: { name: 'Nadia Benali' } });
    expect(await desk.store.accounts()).toHaveLength(2);
  });

  test('is sent there with PKCE, state and nonce, and no secret in the address', async () => {
    const started = await get('/api/desk/oidc/start');
    const { searchParams } = new URL(started.headers.get('location') ?? '');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    }
    const header = started.headers.get('set-cookie') ?? '';
    expect(header).toMatch(
      /^loge-on-the-way=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    const secret = /=([\w-]{43});/.exec(header)?.[1] ?? '';
    expect(started.headers.get('location')).not.toContain(secret);
  });

  test('has the highest role of their groups, the one of today, and old sessions end', async () => {
    const { session } = await comeIn(NADIA);
    const higher = await comeIn({ ...NADIA, groups: ['loge-agents', 'loge-chefs'] });
    expect(await whoIs(higher.session)).toMatchObject({ agent: { role: 'supervisor' } });
    expect((await clientOf(desk.url, session).call('GET', '/api/desk/session')).status).toBe(401);
    const lower = await comeIn(NADIA);
    expect(await whoIs(lower.session)).toMatchObject({ agent: { role: 'agent' } });
  });

  test('without a group of ours stays outside, and is signed out where they were', async () => {
    expect(await comeIn({ ...NADIA, groups: ['tous'] })).toEqual({
      to: '/console#oidc=no_role',
      session: '',
    });
    expect(await desk.store.accounts()).toHaveLength(1);
    const { session } = await comeIn(NADIA);
    expect((await comeIn({ ...NADIA, groups: [] })).to).toBe('/console#oidc=no_role');
    expect((await clientOf(desk.url, session).call('GET', '/api/desk/session')).status).toBe(401);
  });

  test('is never an administrator by being the first, only by a group that says so', async () => {
    await desk.stop();
    desk = await startDesk({ chief: false, organisation: settings() });
    const first = await comeIn(NADIA);
    expect(await whoIs(first.session)).toMatchObject({ agent: { role: 'agent' } });
    const admin = await comeIn({ sub: 'paul', email: 'paul@exemple.fr', groups: ['loge-admins'] });
    expect(await whoIs(admin.session)).toMatchObject({ agent: { role: 'admin' } });
  });

  test('whose account was closed here stays outside', async () => {
    await comeIn(NADIA);
    const [nadia] = (await desk.store.accounts()).filter(({ name }) => name === 'Nadia Benali');
    await desk.store.changeAccount({ id: nadia?.id ?? '', set: { disabled: true } });
    expect((await comeIn(NADIA)).to).toBe('/console#oidc=closed');
  });

  test('cannot become somebody with a password here by having the same address', async () => {
    expect((await comeIn({ ...NADIA, email: CHIEF.email })).to).toBe('/console#oidc=taken');
    expect(await signIn(desk.url, CHIEF)).toMatchObject({
      cookie: expect.stringMatching(/^loge=/),
    });
  });

  test('of another tenant with the same subject is somebody else', async () => {
    await comeIn({ ...NADIA, tid: 'one' });
    const other = { ...NADIA, tid: 'two', email: 'autre@exemple.fr', name: 'Autre' };
    const { session } = await comeIn(other);
    expect(await whoIs(session)).toMatchObject({ agent: { name: 'Autre' } });
  });

  test('has no password to guess', async () => {
    await comeIn(NADIA);
    const guess = { email: 'nadia@exemple.fr', password: '' };
    expect((await clientOf(desk.url).call('POST', '/api/desk/session', guess)).status).toBe(401);
  });

  test('is written down', async () => {
    await comeIn(NADIA);
    await comeIn({ ...NADIA, groups: [] });
    const rows = await desk.store.audit(undefined, 9);
    expect(rows.map(({ act, detail }) => [act, detail])).toEqual([
      ['sign_in_failed', 'organisation'],
      ['session_ended', undefined],
      ['signed_in', 'organisation'],
      ['joined', 'agent'],
    ]);
  });
});

describe('what is not let in', () => {
  beforeEach(() => organisation.is(NADIA));
  const REFUSED = { to: '/console#oidc=refused', session: '' };
  const SECONDS = () => Math.floor(Date.now() / 1000);

  test.each([
    ['a wrong nonce', () => ({ nonce: 'another' })],
    ['no nonce', () => ({ nonce: undefined })],
    ['another audience', () => ({ aud: 'another-client' })],
    ['another issuer', () => ({ iss: 'http://127.0.0.1:1' })],
    ['an expired token', () => ({ exp: SECONDS() - 600 })],
    ['a token of the future', () => ({ nbf: SECONDS() + 600 })],
    ['no address', () => ({ email: undefined })],
  ])('%s', async (_, change) => {
    organisation.tamper((claims) => ({ ...claims, ...change() }));
    expect(await arrive(await comeBack())).toEqual(REFUSED);
    organisation.tamper(undefined);
    expect((await arrive(await comeBack())).to).toBe('/console');
  });

  test('a token signed by somebody else', async () => {
    organisation.forge();
    expect(await arrive(await comeBack())).toEqual(REFUSED);
  });

  test('a code that was used', async () => {
    const back = await comeBack();
    expect((await arrive(back)).to).toBe('/console');
    expect(await arrive(back)).toEqual(REFUSED);
  });

  test('another state, no state, and a browser that never set out', async () => {
    const { way, path } = await comeBack();
    const another = path.replace(/state=[^&]+/, `state=${'a'.repeat(43)}`);
    expect(await arrive({ way, path: another })).toEqual(REFUSED);
    expect(await arrive({ way, path: path.replace(/&?state=[^&]+/, '') })).toEqual(REFUSED);
    expect(await arrive({ way: '', path })).toEqual(REFUSED);
    expect(await arrive({ way: `loge-on-the-way=${'b'.repeat(43)}`, path })).toEqual(REFUSED);
    expect((await arrive({ way, path })).to).toBe('/console');
  });

  test('somebody who says no over there', async () => {
    const { way, path } = await comeBack();
    const state = /state=[^&]+/.exec(path)?.[0];
    const iss = encodeURIComponent(organisation.issuer);
    const refused = `/api/desk/oidc/callback?error=access_denied&${state}&iss=${iss}`;
    expect(await arrive({ way, path: refused })).toEqual(REFUSED);
  });

  test('whoever tries too often', async () => {
    const nonsense = { way: '', path: '/api/desk/oidc/callback?code=x&state=y' };
    for (const _ of [1, 2, 3, 4, 5]) expect(await arrive(nonsense)).toEqual(REFUSED);
    expect((await arrive(nonsense)).to).toBe('/console#oidc=often');
  });
});

describe('while the organisation does not answer', () => {
  test('nobody gets in that way, a password still works, and later it works again', async () => {
    organisation.is(NADIA);
    organisation.goDown(true);
    expect((await get('/api/desk/oidc/start')).headers.get('location')).toBe('/console#oidc=down');
    const told = await clientOf(desk.url).call('GET', '/api/desk/oidc');
    expect(told.body).toEqual({ organisation: true });
    expect((await signIn(desk.url, CHIEF)).cookie).toMatch(/^loge=/);
    organisation.goDown(false);
    expect((await arrive(await comeBack())).to).toBe('/console');
  });

  test('also not on the way back', async () => {
    organisation.is(NADIA);
    const back = await comeBack();
    organisation.goDown(true);
    expect(await arrive(back)).toEqual({ to: '/console#oidc=down', session: '' });
  });
});
