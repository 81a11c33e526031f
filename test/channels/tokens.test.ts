import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, getToken, openChat, tenantOf } from './chat-client.ts';
import { BACK_END, type ChatSite, serveChat } from './chat-site.ts';

let site: ChatSite;
beforeEach(async () => {
  site = await serveChat({ origins: ['https://www.bailleur.example'] });
});
afterEach(() => site.close());

const call = (path: string, init: RequestInit = {}) => fetch(`${site.base}${path}`, init);
const as = (token: string) => ({ authorization: `Bearer ${token}` });

describe('tokens', () => {
  it('name conversation and user, and carry the id of the key that signed them', async () => {
    const { token, conversationId, expires_in } = await getToken(site);
    const [header, payload] = token
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(expires_in).toBe(1800);
    expect(header).toMatchObject({ alg: 'HS256', kid: expect.any(String) });
    expect(payload).toMatchObject({ conv: conversationId, user: expect.stringMatching(/^dl_/) });
  });

  it('are exchanged for new ones that go on with the same conversation', async () => {
    const tenant = await openChat(site);
    const refreshed = await call('/tokens/refresh', { method: 'POST', headers: tenant.auth });
    const fresh = await refreshed.json();
    expect(fresh).toMatchObject({ conversationId: tenant.conversationId, expires_in: 1800 });
    expect((await tenantOf(site, fresh).say('encore là')).status).toBe(200);
  });

  it('end after half an hour, and can be exchanged for a week by who comes back', async () => {
    const tenant = await openChat(site);
    site.clock.setForward(31 * 60_000);
    expect(await failureOf(await tenant.say('trop tard'))).toMatchObject({
      code: 'BadToken',
      status: 403,
    });
    const refreshed = await call('/tokens/refresh', { method: 'POST', headers: tenant.auth });
    expect(refreshed.status).toBe(200);
    site.clock.setForward(8 * 24 * 3_600_000);
    const late = await call('/tokens/refresh', { method: 'POST', headers: tenant.auth });
    expect(late.status).toBe(403);
  });

  it('signed with the former secret are believed after a change of secret', async () => {
    const { token } = await getToken(site);
    const next = await serveChat({ secret: 'x'.repeat(40), formerSecrets: [] });
    const both = await serveChat({
      secret: 'x'.repeat(40),
      formerSecrets: ['a secret of the test, 32 characters or more'],
    });
    const statusAt = async ({ base }: ChatSite) =>
      (await fetch(`${base}/conversations`, { method: 'POST', headers: as(token) })).status;
    expect([await statusAt(next), await statusAt(both)]).toEqual([403, 201]);
    await next.close();
    await both.close();
  });

  it('a back-end with the secret may say for whom; a browser may not', async () => {
    const user = { id: 'dl_locataire-12', name: 'Mme Martin' };
    const read = ({ token }: { token: string }) =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(read(await getToken(site, as(BACK_END), { user }))).toMatchObject({
      user: user.id,
      name: user.name,
    });
    const browser = read(await getToken(site, {}, { user }));
    expect(browser.user).not.toBe(user.id);
    expect(browser.name).toBeUndefined();
    const begun = await call('/conversations', { method: 'POST', headers: as(BACK_END) });
    expect(begun.status).toBe(201);
    const wrong = await call('/tokens/generate', { method: 'POST', headers: as('guess') });
    expect(await failureOf(wrong)).toMatchObject({ status: 403 });
  });

  it('for browsers are limited by address', async () => {
    const strict = await serveChat({ limits: { tokensPerMinute: 2 } });
    const ask = () => fetch(`${strict.base}/tokens/generate`, { method: 'POST' });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const third = await ask();
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await failureOf(third)).toMatchObject({ status: 429, code: 'TooManyRequests' });
    await strict.close();
  });
});

describe('other web sites', () => {
  const HOME = 'https://www.bailleur.example';
  const preflight = (origin: string) =>
    call('/conversations', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers':
          'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    });

  it('that are configured may use the web chat', async () => {
    const answer = await preflight(HOME);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(HOME);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    for (const header of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
      expect(answer.headers.get('access-control-allow-headers')).toContain(header);
    }
    const { token } = await getToken(site, { origin: HOME });
    const begun = await call('/conversations', {
      method: 'POST',
      headers: { ...as(token), origin: HOME },
    });
    expect([begun.status, begun.headers.get('access-control-allow-origin')]).toEqual([201, HOME]);
  });

  it.each(['https://evil.example', 'null', 'https://www.bailleur.example.evil.example'])(
    '%s may not',
    async (origin) => {
      const answer = await preflight(origin);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      const generated = await call('/tokens/generate', { method: 'POST', headers: { origin } });
      expect(await failureOf(generated)).toMatchObject({ status: 403, code: 'OriginNotAllowed' });
    },
  );

  it('cannot use a token that was given to another site', async () => {
    const { token } = await getToken(site, { origin: HOME });
    const own = await call('/conversations', {
      method: 'POST',
      headers: { ...as(token), origin: site.url },
    });
    expect(own.status).toBe(403);
  });

  it('a public address is taken from the settings, never from the Host header', async () => {
    const open = await serveChat({ publicUrl: 'https://loge.example.fr' });
    const { streamUrl } = await openChat(open);
    expect(streamUrl).toMatch(/^wss:\/\/loge\.example\.fr\/v3\/directline\//);
    await open.close();
  });
});

describe('the network somebody writes from', () => {
  it('is kept as a keyed hash, the same for all that comes from there', async () => {
    const rows: (string | undefined)[] = [];
    const spy = site.store.conversation;
    const tenants = [await openChat(site), await openChat(site)];
    for (const tenant of tenants) {
      await tenant.say('bonjour');
      await tenant.until((seen) => seen.length > 1);
      rows.push((await spy(`webchat-${tenant.conversationId}`))?.network);
    }
    const [first, second] = rows;
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).toBe(first);
    expect(first).not.toContain('127.0.0.1');
  });
});
