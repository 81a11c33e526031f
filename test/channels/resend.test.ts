import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { activity, batch, openChat, type Tenant } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';

let site: ChatSite;
let tenant: Tenant;
beforeEach(async () => {
  site = await serveChat();
  tenant = await openChat(site);
});
afterEach(() => site.close());

const say = (text: string, clientActivityID: string, more = {}) =>
  tenant.say(text, { channelData: { clientActivityID }, ...more });
const idOf = async (answer: Response): Promise<string> => (await answer.json()).id;
const conversation = () => `webchat-${tenant.conversationId}`;

/** What the store holds of the tenant's own words, once everything is taken in. */
const heard = async (): Promise<readonly string[]> => {
  await site.bot.drain();
  const entries = await site.store.entries(conversation(), 0, 1000);
  return entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.text] : []));
};

describe('a message that is sent again under a new name', () => {
  it('is the same message when its answer was lost', async () => {
    site.faults.loseAnswers = true;
    await expect(say('fuite', 'c-1')).rejects.toThrow();
    site.faults.loseAnswers = false;
    const id = await idOf(await say('fuite', 'c-2'));
    const all = await tenant.until((list) => list.length >= 3);
    expect(
      all.filter((one) => one.id === id).map((one) => one.channelData['clientActivityID']),
    ).toEqual(['c-1', 'c-2']);
    expect(await heard()).toEqual(['fuite']);
  });

  it('is the same message when nothing came back for a while', async () => {
    const first = await idOf(await say('fuite', 'c-1'));
    site.clock.setForward(20_000);
    expect(await idOf(await say('fuite', 'c-2'))).toBe(first);
    expect(await idOf(await say('fuite', 'c-3'))).toBe(first);
    expect(await heard()).toEqual(['fuite']);
  });

  it('is shown again, under its new name, on a stream that is open', async () => {
    const socket = new WebSocket(tenant.streamUrl ?? '', { autoPong: false });
    const names: unknown[] = [];
    socket.on('message', (data) => {
      if (data.toString() === '') return;
      for (const one of batch.parse(JSON.parse(data.toString())).activities) {
        if (activity.parse(one).text === 'fuite') names.push(one.channelData['clientActivityID']);
      }
    });
    await once(socket, 'open');
    await say('fuite', 'c-1');
    await expect.poll(() => names).toEqual(['c-1']);
    site.clock.setForward(20_000);
    await say('fuite', 'c-2');
    await expect.poll(() => names).toEqual(['c-1', 'c-1', 'c-2']);
    expect(await heard()).toEqual(['fuite']);
  });

  it('is the same message when it is a button', async () => {
    const first = await idOf(await say('Oui', 'c-1', { value: 'yes' }));
    site.clock.setForward(20_000);
    expect(await idOf(await say('Oui', 'c-2', { value: 'yes' }))).toBe(first);
    expect(await idOf(await say('Oui', 'c-3', { value: 'other' }))).not.toBe(first);
  });
});

describe('a message that was never kept', () => {
  it('is kept when it is sent again, though its name was heard before', async () => {
    site.faults.storeDown = true;
    expect((await say('fuite', 'c-1')).status).toBe(500);
    site.faults.storeDown = false;
    expect((await say('fuite', 'c-2')).status).toBe(200);
    expect(await heard()).toEqual(['fuite']);
  });
});

describe('the same words said twice are two messages', () => {
  it('when the first was shown, by polling', async () => {
    await say('oui', 'c-1');
    await tenant.until((list) => list.length >= 3);
    site.clock.setForward(20_000);
    await say('oui', 'c-2');
    expect(await heard()).toEqual(['oui', 'oui']);
  });

  it('when the first was shown, on a stream', async () => {
    const socket = new WebSocket(tenant.streamUrl ?? '');
    let shown = 0;
    socket.on('message', (data) => {
      if (data.toString().includes('Entendu')) shown += 1;
    });
    await once(socket, 'open');
    const ping = once(socket, 'ping');
    await say('oui', 'c-1');
    await expect.poll(() => shown).toBe(1);
    await ping;
    // The proof that the client holds it is on its way back: until it is here, a message counts as sent again.
    let next = 1;
    await expect
      .poll(async () => {
        next += 1;
        site.clock.setForward(11_000);
        await say('oui', `c-${next}`);
        return (await heard()).length;
      })
      .toBeGreaterThan(1);
  });

  it('when they come quickly and each was answered', async () => {
    for (const name of ['c-1', 'c-2', 'c-3']) await say('oui', name);
    expect(await heard()).toEqual(['oui', 'oui', 'oui']);
  });

  it('when the program was started anew in between and knows nothing of what the client holds', async () => {
    await say('oui', 'c-1');
    await tenant.until((list) => list.length >= 3);
    await site.restartWebChat();
    await say('oui', 'c-2');
    expect(await heard()).toEqual(['oui', 'oui']);
  });

  it('when the client gives its messages no name', async () => {
    await tenant.say('oui');
    site.clock.setForward(20_000);
    await tenant.say('oui');
    expect(await heard()).toEqual(['oui', 'oui']);
  });

  it('when much time has passed', async () => {
    await say('oui', 'c-1');
    site.clock.setForward(4 * 60_000);
    await say('oui', 'c-2');
    expect(await heard()).toEqual(['oui', 'oui']);
  });
});

it('the same name twice is the same message, however fast, and whatever happened in between', async () => {
  const ids = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => idOf(await say(`mot ${n % 4}`, `c-${n % 4}`))),
  );
  expect(new Set(ids).size).toBe(4);
  await tenant.until((list) => list.length >= 9);
  site.clock.setForward(25 * 60_000);
  expect(await idOf(await say('mot 0', 'c-0'))).toBe(ids[0]);
  expect(await heard()).toHaveLength(4);
});

it('posts of one conversation are taken one after the other, in the order they come', async () => {
  const words = Array.from({ length: 30 }, (_, n) => `mot ${n}`);
  for (const word of words) expect((await say(word, word)).status).toBe(200);
  expect(await heard()).toEqual(words);
});
