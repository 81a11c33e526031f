import { base64url, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, getToken, openChat, type Tenant } from './chat-client.ts';
import { type ChatSite, SECRET, serveChat } from './chat-site.ts';

let site: ChatSite;
let tenant: Tenant;
beforeAll(async () => {
  site = await serveChat();
  tenant = await openChat(site);
  await tenant.until((all) => all.length === 1);
});
afterAll(() => site.close());

/** Nothing came of it: the conversation holds what it held, and the next message is answered as ever. */
const untouched = async (entries: number) => {
  const { activities } = await tenant.read();
  expect(activities).toHaveLength(entries);
  expect(await site.store.newInbound(`webchat-${tenant.conversationId}`, 100)).toHaveLength(
    (await site.store.conversation(`webchat-${tenant.conversationId}`))?.handled.length ?? 0,
  );
};

const message = (more: Readonly<Record<string, unknown>>) => ({
  type: 'message',
  text: 'x',
  ...more,
});

describe('a token that is not good', () => {
  const sign = (
    claims: Record<string, unknown>,
    options: { secret?: string; aud?: string; exp?: string } = {},
  ) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('loge')
      .setAudience(options.aud ?? 'chat')
      .setIssuedAt()
      .setExpirationTime(options.exp ?? '30m')
      .sign(new TextEncoder().encode(options.secret ?? SECRET));

  const unsigned = ({ token }: { token: string }) => {
    const head = base64url.encode(JSON.stringify({ alg: 'none', typ: 'JWT' }));
    return `${head}.${token.split('.')[1]}.`;
  };
  const flipped = ({ token }: { token: string }) => {
    const [head, payload = '', signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = base64url.encode(JSON.stringify({ ...claims, user: 'dl_someone-else' }));
    return `${head}.${forged}.${signature}`;
  };

  const cases: readonly (readonly [string, () => string | Promise<string>, number])[] = [
    ['none', () => '', 401],
    ['another scheme', () => 'Basic eDp5', 401],
    ['rubbish', () => 'Bearer x', 403],
    ['very long', () => `Bearer ${'x'.repeat(6_000)}`, 401],
    ['unsigned', () => `Bearer ${unsigned(tenant)}`, 403],
    ['changed', () => `Bearer ${flipped(tenant)}`, 403],
    ['cut', () => `Bearer ${tenant.token.slice(0, -2)}`, 403],
    [
      'signed with another key',
      async () =>
        `Bearer ${await sign({ conv: tenant.conversationId, user: 'dl_x' }, { secret: 'y'.repeat(40) })}`,
      403,
    ],
    [
      'signed with the bare secret',
      async () => `Bearer ${await sign({ conv: tenant.conversationId, user: 'dl_x' })}`,
      403,
    ],
    ["another conversation's", async () => `Bearer ${(await openChat(site)).token}`, 403],
    [
      'a stream ticket',
      () => `Bearer ${new URL(tenant.streamUrl ?? '').searchParams.get('t')}`,
      403,
    ],
    [
      'a fresh one for another conversation',
      async () => `Bearer ${(await getToken(site)).token}`,
      403,
    ],
  ];

  it.each(cases)('%s: refused on every call, and nothing is kept', async (_, header, status) => {
    const before = (await tenant.read()).activities.length;
    const here = `/conversations/${tenant.conversationId}`;
    const authorization = await header();
    const headers: Record<string, string> = authorization === '' ? {} : { authorization };
    const calls: readonly (readonly [string, string])[] = [
      ['GET', here],
      ['GET', `${here}/activities`],
      ['POST', `${here}/activities`],
      ['POST', `${here}/upload`],
    ];
    for (const [method, path] of calls) {
      const body = method === 'POST' ? JSON.stringify(message({})) : undefined;
      const answer = await fetch(`${site.base}${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
      expect(await failureOf(answer), `${method} ${path}`).toMatchObject({ status });
    }
    await untouched(before);
  });

  it('opens no conversation and is not exchanged', async () => {
    for (const path of ['/conversations', '/tokens/refresh']) {
      for (const token of [unsigned(tenant), flipped(tenant), 'x.y.z']) {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await fetch(`${site.base}${path}`, { method: 'POST', headers });
        expect(answer.status).toBe(403);
      }
    }
  });
});
