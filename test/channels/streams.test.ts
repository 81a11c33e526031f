import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { batch, openChat } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';

let site: ChatSite;
beforeEach(async () => {
  site = await serveChat({ origins: ['https://www.bailleur.example'] });
});
afterEach(() => site.close());

const call = (path: string, init: RequestInit = {}) => fetch(`${site.base}${path}`, init);

describe('a stream', () => {
  const streamOf = async (url = '') => {
    const socket = new WebSocket(url);
    const got: unknown[] = [];
    const frames: string[] = [];
    socket.on('message', (data) => {
      frames.push(data.toString());
      if (data.toString() !== '') got.push(...batch.parse(JSON.parse(data.toString())).activities);
    });
    await once(socket, 'open').catch(() => undefined);
    return { socket, got, frames };
  };
  const has = async (got: readonly unknown[], count: number) => {
    while (got.length < count) await new Promise((again) => setTimeout(again, 5));
    return got;
  };

  it('brings what was missed after the watermark, then what happens', async () => {
    const tenant = await openChat(site);
    await tenant.say('un');
    await tenant.until((all) => all.length >= 3);
    const resumed = await call(`/conversations/${tenant.conversationId}?watermark=1`, {
      headers: tenant.auth,
    });
    const { streamUrl, token, conversationId } = await resumed.json();
    expect([resumed.status, conversationId]).toEqual([200, tenant.conversationId]);
    expect(token).toEqual(expect.any(String));
    const { socket, got } = await streamOf(streamUrl);
    expect(await has(got, 2)).toMatchObject([{ text: 'un' }, { text: 'Entendu : un (0)' }]);
    await tenant.say('deux');
    expect(await has(got, 4)).toMatchObject([{}, {}, { text: 'deux' }, {}]);
    socket.close();
    await once(socket, 'close');
  });

  it('opens only with its own fresh ticket', async () => {
    const [one, other] = [await openChat(site), await openChat(site)];
    const ticket = new URL(other.streamUrl ?? '').searchParams.get('t') ?? '';
    const foreign = (one.streamUrl ?? '').replace(/t=.*/, `t=${ticket}`);
    const withToken = (one.streamUrl ?? '').replace(/t=.*/, `t=${one.token}`);
    for (const url of [foreign, withToken, foreign.replace(/t=.*/, 't=')]) {
      expect((await streamOf(url)).socket.readyState).not.toBe(WebSocket.OPEN);
    }
    const page = new WebSocket(one.streamUrl ?? '', { origin: 'https://evil.example' });
    await expect(once(page, 'open')).rejects.toThrow('403');
    site.clock.setForward(6 * 60_000);
    expect((await streamOf(one.streamUrl)).socket.readyState).not.toBe(WebSocket.OPEN);
  });

  it('too many of one conversation: the oldest gives way', async () => {
    const few = await serveChat({ limits: { streamsPerConversation: 2 } });
    const tenant = await openChat(few);
    const first = await streamOf(tenant.streamUrl);
    const gone = once(first.socket, 'close');
    const second = await streamOf(tenant.streamUrl);
    const third = await streamOf(tenant.streamUrl);
    await gone;
    await tenant.say('encore');
    await Promise.all([has(second.got, 3), has(third.got, 3)]);
    await few.close();
  });

  it('survives whatever a client writes into it', async () => {
    const tenant = await openChat(site);
    const { socket, got } = await streamOf(tenant.streamUrl);
    socket.send('');
    socket.send('{"activities":[');
    socket.send(Buffer.from([0, 255]));
    await tenant.say('toujours là');
    await has(got, 3);
    const closed = once(socket, 'close');
    socket.send('x'.repeat(10_000));
    await closed;
    expect((await tenant.say('encore')).status).toBe(200);
  });
});
