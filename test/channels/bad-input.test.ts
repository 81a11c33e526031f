import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, openChat, type Tenant } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';

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

const nested = (depth: number): string =>
  `{"type":"message","text":"x","channelData":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;

const message = (more: Readonly<Record<string, unknown>>) => ({
  type: 'message',
  text: 'x',
  ...more,
});

describe('a message that cannot be taken', () => {
  const json = 'application/json';
  it.each<[string, unknown, string, number, string]>([
    ['has an unknown type', { type: 'invoke', name: 'x' }, json, 400, 'UnknownType'],
    ['ends the conversation', { type: 'endOfConversation' }, json, 400, 'UnknownType'],
    ['has no type', { text: 'x' }, json, 400, 'BadRequest'],
    ['is no object', '[1,2]', json, 400, 'BadRequest'],
    ['is a bare value', '"x"', json, 400, 'BadRequest'],
    ['claims to come from the bot', message({ from: { role: 'bot' } }), json, 400, 'BadRequest'],
    ['has a text that is no text', message({ text: { $gt: '' } }), json, 400, 'BadRequest'],
    ['is empty', message({ text: ' \n\t ' }), json, 400, 'Empty'],
    ['is control characters', message({ text: '\u0000\u0007' }), json, 400, 'Empty'],
    [
      'plants a prototype',
      '{"type":"message","text":"x","__proto__":{"a":1}}',
      json,
      400,
      'BadRequest',
    ],
    [
      'plants one deeper',
      '{"type":"message","text":"x","channelData":{"constructor":{"prototype":{}}}}',
      json,
      400,
      'BadRequest',
    ],
    ['is nested too deep', nested(200), json, 400, 'BadRequest'],
    ['is nested absurdly', nested(40_000), json, 400, 'BadRequest'],
    ['is no JSON', '{"type":"message",', json, 400, 'BadRequest'],
    ['has no content type', JSON.stringify(message({})), 'text/plain', 415, 'NotJson'],
    ['is a form', 'type=message&text=x', 'application/x-www-form-urlencoded', 415, 'NotJson'],
    [
      'has a strange charset',
      JSON.stringify(message({})),
      'application/json; charset=latin1',
      415,
      'NotJson',
    ],
    ['is 10,000 emoji', message({ text: '😀'.repeat(10_000) }), json, 413, 'TextTooLong'],
    ['is 300 KB', message({ text: 'x'.repeat(300_000) }), json, 413, 'TooLarge'],
    [
      'has an endless client id',
      message({ channelData: { clientActivityID: 'x'.repeat(999) } }),
      json,
      400,
      'BadRequest',
    ],
  ])('%s: a clear 4xx, and nothing is kept', async (_, body, type, status, code) => {
    const before = (await tenant.read()).activities.length;
    const failure = await failureOf(await tenant.send(body, { 'content-type': type }));
    expect(failure).toMatchObject({ status, code });
    expect(failure.message.length).toBeGreaterThan(10);
    await untouched(before);
  });

  it('is refused in the language of the tenant', async () => {
    const long = message({ text: 'x'.repeat(4001) });
    const french = await failureOf(await tenant.send({ ...long, locale: 'fr-FR' }));
    const english = await failureOf(await tenant.send({ ...long, locale: 'en-GB' }));
    expect(french.message).toContain('4000 caractères\u00a0:');
    expect(english.message).toContain('4000 characters');
  });

  it('compressed bodies are not unpacked', async () => {
    const packed = await tenant.send('x', { 'content-encoding': 'gzip' });
    expect(await failureOf(packed)).toMatchObject({ status: 415 });
  });

  it('signs of life are taken and kept nowhere', async () => {
    const before = (await tenant.read()).activities.length;
    for (const type of ['typing', 'event']) {
      const answer = await tenant.send({ type, name: 'webchat/join' });
      expect([answer.status, typeof (await answer.json()).id]).toEqual([200, 'string']);
    }
    await untouched(before);
  });

  it('a store that is down is a 5xx, never an "ok"', async () => {
    site.faults.storeDown = true;
    const failure = await failureOf(await tenant.say('gardez-le'));
    site.faults.storeDown = false;
    expect(failure.status).toBeGreaterThanOrEqual(500);
    expect(failure.message).not.toMatch(/disk|gone/);
  });

  it('a client may call its message anything, even what we call ours', async () => {
    const names = ['opened', 'server-1', 'é ù\n\u0000', 'x'.repeat(200), '~', '../..', '漢字'];
    for (const clientActivityID of names) {
      const sent = { text: `nom ${names.indexOf(clientActivityID)}` };
      const first = await tenant.send(message({ ...sent, channelData: { clientActivityID } }));
      const again = await tenant.send(message({ ...sent, channelData: { clientActivityID } }));
      expect([first.status, await again.json()]).toEqual([200, await first.json()]);
    }
    const mine = (all: readonly { text: string }[]) =>
      all.filter(({ text }) => /^nom \d/.test(text));
    const all = await tenant.until((list) => mine(list).length >= names.length);
    expect(mine(all)).toHaveLength(names.length);
    const kept = all.flatMap(({ channelData }) => channelData['clientActivityID'] ?? []);
    for (const name of names) expect(kept).toContain(name);
  });
});

describe('whatever is posted', () => {
  it('is kept whole or refused with a 4xx, and never breaks anything', async () => {
    const odd = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record(
        {
          type: fc.oneof(fc.constantFrom('message', 'typing', 'event', '__proto__'), fc.anything()),
          text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
          value: fc.anything(),
          locale: fc.oneof(fc.constantFrom('fr', 'en-GB', 'xx-'), fc.anything()),
          from: fc.anything(),
          channelData: fc.oneof(fc.record({ clientActivityID: fc.anything() }), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    );
    const told = () => site.logged.filter((what) => what.startsWith('request failed')).length;
    const failures = told();
    await fc.assert(
      fc.asyncProperty(odd, async (body) => {
        const text = typeof body === 'string' ? body : (asJson(body) ?? '');
        const answer = await tenant.send(text);
        const { id, error } = await answer.json();
        expect(answer.status).toBeLessThan(500);
        if (answer.status !== 200) expect(error.code).toEqual(expect.any(String));
        else if (!id.endsWith('passed')) {
          const all = await tenant.until((list) => list.some((one) => one.id === id));
          expect(all.filter((one) => one.id === id)).toHaveLength(1);
        }
      }),
      { numRuns: 150 },
    );
    expect(told()).toBe(failures);
    expect((await tenant.say('tout va bien')).status).toBe(200);
  });

  const asJson = (value: unknown): string | undefined => {
    try {
      return JSON.stringify(value);
    } catch {
      return undefined;
    }
  };
});
