import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, getToken, openChat, tenantOf } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';

let site: ChatSite;
beforeEach(async () => {
  site = await serveChat({ origins: ['https://www.bailleur.example'] });
});
afterEach(() => site.close());

const call = (path: string, init: RequestInit = {}) => fetch(`${site.base}${path}`, init);
const as = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a conversation', () => {
  it('is opened once: 201, then 200, and greeted once', async () => {
    const { token } = await getToken(site);
    const statuses = [];
    for (let n = 0; n < 3; n += 1) {
      statuses.push((await call('/conversations', { method: 'POST', headers: as(token) })).status);
    }
    expect(statuses).toEqual([201, 200, 200]);
    const tenant = tenantOf(site, await getToken(site));
    expect(tenant.conversationId).not.toBe('');
  });

  it('greets with buttons whose words and values travel apart', async () => {
    const tenant = await openChat(site);
    const [hello] = await tenant.until((all) => all.length > 0);
    expect(hello).toMatchObject({
      type: 'message',
      locale: 'fr-FR',
      from: { id: 'loge', name: 'Loge', role: 'bot' },
      conversation: { id: tenant.conversationId },
    });
    expect(hello?.suggestedActions?.actions[0]).toMatchObject({
      type: 'messageBack',
      title: 'Une fuite',
      text: 'Une fuite',
      value: 'water_leak',
    });
  });

  it('answers in the language it was opened in', async () => {
    const tenant = await openChat(site, 'en-GB');
    const [hello] = await tenant.until((all) => all.length > 0);
    expect(hello?.locale).toBe('en-GB');
  });

  it('echoes a message under the id the post answered, with what the client called it', async () => {
    const tenant = await openChat(site);
    const posted = await tenant.say('bonsoir', {
      channelData: { clientActivityID: 'c-1' },
      from: { id: 'someone-else', role: 'user' },
      timestamp: '1999-01-01T00:00:00Z',
    });
    expect(posted.status).toBe(200);
    const { id } = await posted.json();
    const all = await tenant.until((list) => list.length >= 3);
    const echo = all.find((one) => one.id === id);
    expect(echo).toMatchObject({
      text: 'bonsoir',
      from: { role: 'user' },
      channelData: { clientActivityID: 'c-1' },
    });
    expect(echo?.from.id).toMatch(/^dl_/);
    expect(Date.parse(echo?.timestamp ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const order = all.map(({ channelData }) => Number(channelData['webchat:sequence-id']));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('hears the value of a button', async () => {
    const tenant = await openChat(site);
    await tenant.say('Une fuite', { value: 'water_leak' });
    await tenant.say('Une fuite', { value: { choice: 'water_leak_again' } });
    const all = await tenant.until((list) => list.length >= 5);
    const texts = all.map(({ text }) => text);
    expect(texts).toContain('Entendu : water_leak (0)');
    expect(texts).toContain('Entendu : water_leak_again (0)');
  });

  it('marks questions, safety texts and receipts', async () => {
    const tenant = await openChat(site);
    for (const word of ['question', 'gaz', 'code']) await tenant.say(word);
    const all = await tenant.until((list) => list.length >= 7);
    const marks = all.map(({ channelData: { ask, safety, incident } }) => ({
      ask,
      safety,
      incident,
    }));
    expect(marks).toContainEqual(expect.objectContaining({ ask: 'floor' }));
    expect(marks).toContainEqual(expect.objectContaining({ safety: 'gas' }));
    expect(marks).toContainEqual(
      expect.objectContaining({
        incident: {
          code: 'BCDFGH',
          intent: 'water_leak',
          priority: 'P2',
          due: '2027-01-15T08:00:00.000Z',
        },
      }),
    );
  });

  it('shows who the human is, and never a note or a move', async () => {
    const tenant = await openChat(site);
    await tenant.until((all) => all.length > 0);
    const conversation = `webchat-${tenant.conversationId}`;
    const agent = { id: 'sophie@exemple.fr', name: 'Sophie' };
    const command = (id: string, order: Parameters<typeof give>[0]) => give(order, id);
    const give = (order: { type: 'take' } | { type: 'reply' | 'note'; text: string }, id: string) =>
      site.bot.command({
        ...{ id: `desk:${id}`, conversation, channel: 'webchat', at: Date.now() },
        external: tenant.conversationId,
        person: { id: 'dl_x' },
        content: { kind: 'command', agent, command: order },
      });
    await command('1', { type: 'take' });
    await command('2', { type: 'note', text: 'un secret du bureau' });
    await command('3', { type: 'reply', text: 'Je m’en occupe.' });
    const all = await tenant.until((list) => list.some(({ text }) => text.includes('occupe')));
    expect(all.find(({ text }) => text.includes('occupe'))).toMatchObject({
      from: { name: 'Sophie', role: 'bot' },
      channelData: { agent: { name: 'Sophie' } },
    });
    expect(JSON.stringify(all)).not.toMatch(/secret du bureau|sophie@exemple/);
  });

  it('gives what came after a watermark, and everything to whoever has none', async () => {
    const tenant = await openChat(site);
    await tenant.say('un');
    await tenant.until((all) => all.length >= 3);
    const first = await tenant.read();
    expect((await tenant.read(first.watermark)).activities).toEqual([]);
    await tenant.say('deux');
    await tenant.until((all) => all.length >= 5);
    const next = await tenant.read(first.watermark);
    expect(next.activities.map(({ text }) => text)).toEqual(['deux', 'Entendu : deux (0)']);
    for (const none of ['-', 'undefined', 'null', 'x', '-5', '1e3', '999999']) {
      expect((await tenant.read(none)).activities).toHaveLength(5);
    }
  });
});

describe('what is not there', () => {
  it('a conversation that is gone begins again for a valid token, and is never "not found"', async () => {
    const { token, conversationId } = await getToken(site);
    const resumed = await call(`/conversations/${conversationId}?watermark=40`, {
      headers: as(token),
    });
    expect(resumed.status).toBe(200);
    const opened = await resumed.json();
    expect(opened.streamUrl).toContain('watermark=0&');
    const [hello] = await tenantOf(site, opened).until((all) => all.length > 0);
    expect(hello?.text).toContain('Bonjour');
  });

  it.each(['/session/getsessionid', '/nothing', '/photos/unknown'])(
    '%s is a plain 404',
    async (path) => {
      expect(await failureOf(await call(path))).toMatchObject({ status: 404, code: 'NotFound' });
    },
  );
});
