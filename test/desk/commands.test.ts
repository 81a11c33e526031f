import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addAgent,
  CHIEF,
  type Client,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

let desk: StartedDesk;
let chief: Client;
let sophie: Client;

beforeAll(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
  sophie = await addAgent(desk, chief, {
    name: 'Sophie',
    email: 'sophie@exemple.fr',
    role: 'agent',
  });
});
afterAll(() => desk.stop());

const LIST = z.object({
  counts: z.record(z.string(), z.number()),
  conversations: z.array(
    z.looseObject({
      id: z.string(),
      danger: z.boolean(),
      holder: z.looseObject({ kind: z.string() }),
    }),
  ),
});
const READ = z.object({
  conversation: z.looseObject({ id: z.string(), seq: z.number() }),
  entries: z.array(z.looseObject({ seq: z.number(), kind: z.string() })),
  more: z.boolean(),
});

const command = (who: Client, conversation: string, body: unknown) =>
  who.call('POST', `/api/desk/conversations/${conversation}/commands`, body);

const read = async (conversation: string, after = 0) =>
  READ.parse(
    (await chief.call('GET', `/api/desk/conversations/${conversation}?after=${after}`)).body,
  );

describe('lists', () => {
  test('the queue shows danger first, and counts what every tab holds', async () => {
    await desk.write('l-calm', 'un humain svp');
    await desk.write('l-gas', 'ça sent le gaz');
    await desk.write('l-bot', 'bonjour');
    const { body, status } = await sophie.call('GET', '/api/desk/conversations?holder=queue');
    const { conversations, counts } = LIST.parse(body);
    expect(status).toBe(200);
    expect(conversations.map(({ id }) => id)).toEqual(['l-gas', 'l-calm']);
    expect(conversations[0]).toMatchObject({ danger: true, lastText: 'ça sent le gaz' });
    expect(conversations[0]?.holder).toMatchObject({ kind: 'queue', reason: 'danger' });
    expect(counts).toMatchObject({ queue: 2, bot: 1 });
  });

  test('a holder that does not exist is refused', async () => {
    const { status } = await sophie.call('GET', '/api/desk/conversations?holder=nobody');
    expect(status).toBe(400);
  });
});

describe('one conversation', () => {
  test('gives what is known, then only the entries after a sequence number', async () => {
    await desk.write('r', 'une fuite');
    const whole = await read('r');
    expect(whole.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(whole.conversation).toMatchObject({ incidents: ['BCDFGH'], name: 'Nadia' });
    expect((await read('r', 1)).entries.map(({ seq }) => seq)).toEqual([2]);
    expect((await read('r', 2)).entries).toEqual([]);
  });

  test('one that does not exist is 404, for reading and for commands', async () => {
    expect((await chief.call('GET', '/api/desk/conversations/none')).status).toBe(404);
    expect((await command(chief, 'none', { id: '1', type: 'take' })).status).toBe(404);
    expect(await desk.store.conversation('none')).toBeUndefined();
  });
});

describe('commands', () => {
  test('take, reply, note, release, close: the tenant sees replies, never notes', async () => {
    await desk.write('c', 'un humain');
    expect((await command(sophie, 'c', { id: 'c1', type: 'take' })).body).toMatchObject({
      holder: { kind: 'agent', agent: { name: 'Sophie' } },
    });
    await command(sophie, 'c', { id: 'c2', type: 'reply', text: 'Bonjour, je regarde.' });
    await command(sophie, 'c', { id: 'c3', type: 'note', text: 'rappeler demain' });
    await desk.write('c', 'merci');
    await command(sophie, 'c', { id: 'c4', type: 'release' });
    expect((await command(sophie, 'c', { id: 'c5', type: 'close' })).body).toMatchObject({
      holder: { kind: 'closed' },
    });
    const kinds = (await read('c')).entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'note')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'message')).toHaveLength(2);
  });

  test('a repeated id is the same command and gives the same answer', async () => {
    await desk.write('i', 'un humain');
    const body = { id: 'same', type: 'reply', text: 'Une seule fois.' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => command(sophie, 'i', body)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const texts = JSON.stringify((await read('i')).entries).match(/Une seule fois/g);
    expect(texts).toHaveLength(1);
  });

  test('the same id of another agent is another command', async () => {
    await desk.write('o', 'un humain');
    await command(sophie, 'o', { id: 'n', type: 'note', text: 'de Sophie' });
    await command(chief, 'o', { id: 'n', type: 'note', text: 'du chef' });
    const notes = (await read('o')).entries.filter(({ kind }) => kind === 'note');
    expect(notes).toHaveLength(2);
  });

  test('a lost race is 409 with the holder, again when it is repeated, and changes nothing', async () => {
    await desk.write('x', 'un humain');
    await command(sophie, 'x', { id: 't', type: 'take' });
    const before = (await read('x')).conversation.seq;
    for (const _ of [1, 2]) {
      const lost = await command(chief, 'x', { id: 'late', type: 'reply', text: 'trop tard' });
      expect(lost.status).toBe(409);
      expect(lost.body).toMatchObject({ holder: { kind: 'agent', agent: { name: 'Sophie' } } });
    }
    expect((await read('x')).conversation.seq).toBe(before);
  });

  test('of 50 takes at once exactly one wins', async () => {
    await desk.write('race', 'un humain');
    const takes = Array.from({ length: 50 }, (_, n) =>
      command(n % 2 === 0 ? sophie : chief, 'race', { id: `take-${n}`, type: 'take' }),
    );
    const answers = await Promise.all(takes);
    const winners = new Set(
      answers
        .filter(({ status }) => status === 200)
        .map(({ body }) => JSON.stringify(holderIn(body))),
    );
    expect(winners.size).toBe(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(25);
    const taken = JSON.stringify((await read('race')).entries).match(/"kind":"taken"/g);
    expect(taken).toHaveLength(1);
  });

  test('#23 transfer without context (chatwoot#14941): it needs a note, which is pinned, and a colleague who exists', async () => {
    await desk.write('t', 'un humain');
    await command(sophie, 't', { id: 't1', type: 'take' });
    const agents = z
      .object({ agents: z.array(z.object({ id: z.string(), name: z.string() })) })
      .parse((await sophie.call('GET', '/api/desk/agents')).body).agents;
    const boss = agents.find(({ name }) => name === 'Chef')?.id;
    expect((await command(sophie, 't', { id: 't2', type: 'transfer', to: boss })).status).toBe(400);
    const gone = { id: 't3', type: 'transfer', to: 'nobody', note: 'pour toi' };
    expect((await command(sophie, 't', gone)).status).toBe(400);
    const passed = { id: 't4', type: 'transfer', to: boss, note: 'bail à revoir' };
    expect((await command(sophie, 't', passed)).body).toMatchObject({
      holder: { kind: 'agent', agent: { name: 'Chef' } },
    });
    expect((await read('t')).conversation).toMatchObject({ pinned: { text: 'bail à revoir' } });
    const back = { id: 't5', type: 'transfer', note: 'pas pour moi' };
    expect((await command(chief, 't', back)).body).toMatchObject({
      holder: { kind: 'queue', reason: 'transfer' },
    });
  });

  test.each([
    ['no body', undefined],
    ['no id', { type: 'take' }],
    ['an id with spaces', { id: 'a b', type: 'take' }],
    ['an unknown type', { id: '1', type: 'explode' }],
    ['a reply without words', { id: '1', type: 'reply', text: '  ' }],
    ['a reply that is too long', { id: '1', type: 'reply', text: 'a'.repeat(4001) }],
    ['a list', [1, 2]],
    ['a query in place of a text', { id: '1', type: 'reply', text: { $gt: '' } }],
  ])('%s is 400 and nothing is kept', async (_, body) => {
    const before = (await read('c')).conversation.seq;
    expect((await command(sophie, 'c', body)).status).toBe(400);
    expect((await read('c')).conversation.seq).toBe(before);
  });

  test('a body that is too long is 413, and one that is no JSON 400', async () => {
    const long = await command(sophie, 'c', { id: '1', type: 'reply', text: 'a'.repeat(40_000) });
    expect(long.status).toBe(413);
    const response = await fetch(`${desk.url}/api/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":',
    });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('at ');
  });
});

const holderIn = (body: unknown): unknown =>
  z.object({ holder: z.object({ agent: z.object({ name: z.string() }) }) }).parse(body).holder;
