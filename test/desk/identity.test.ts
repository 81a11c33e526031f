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
let karim: Client;

beforeAll(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
  const add = (name: string) =>
    addAgent(desk, chief, { name, email: `${name.toLowerCase()}@exemple.fr`, role: 'agent' });
  sophie = await add('Sophie');
  karim = await add('Karim');
});
afterAll(() => desk.stop());

const READ = z.object({
  conversation: z.looseObject({
    identity: z.looseObject({ level: z.string(), by: z.string() }).optional(),
  }),
  entries: z.array(z.looseObject({ kind: z.string() })),
});
const MADE = z.object({ link: z.string().regex(/^\/verifier\/[\w-]{43}$/), expiresAt: z.number() });

const at = (id: string, what: string) => `/api/desk/conversations/${id}/${what}`;
const order = (who: Client, id: string, body: unknown) =>
  who.call('POST', at(id, 'commands'), body);
const read = async (id: string) =>
  READ.parse((await chief.call('GET', `/api/desk/conversations/${id}?after=0`)).body);
const makeLink = (who: Client, id: string) => who.call('POST', at(id, 'identity-links'), {});
const tokenOf = (body: unknown): string => MADE.parse(body).link.replace('/verifier/', '');

describe('an agent', () => {
  test('vouches for the tenant, once however often it is sent, and the desk sees who did', async () => {
    await desk.write('v', 'un humain');
    const command = { id: 'v1', type: 'verify' };
    expect((await order(sophie, 'v', command)).status).toBe(200);
    expect((await order(sophie, 'v', command)).status).toBe(200);
    const { conversation, entries } = await read('v');
    expect(conversation.identity).toMatchObject({
      level: 'L3',
      by: 'agent',
      agent: { name: 'Sophie' },
    });
    const moves = entries.filter(
      ({ kind, move }) => kind === 'move' && JSON.stringify(move).includes('identified'),
    );
    expect(moves).toHaveLength(1);
  });

  test('takes it back', async () => {
    await desk.write('b', 'un humain');
    await order(sophie, 'b', { id: 'b1', type: 'verify' });
    await order(sophie, 'b', { id: 'b2', type: 'unverify' });
    expect((await read('b')).conversation.identity).toBeUndefined();
  });

  test('cannot do it for a conversation that a colleague holds', async () => {
    await desk.write('h', 'un humain');
    await order(karim, 'h', { id: 'h1', type: 'take' });
    expect((await order(sophie, 'h', { id: 'h2', type: 'verify' })).status).toBe(409);
    expect((await makeLink(sophie, 'h')).status).toBe(409);
    expect((await read('h')).conversation.identity).toBeUndefined();
  });

  test('cannot say that a link was opened', async () => {
    await desk.write('l', 'un humain');
    await order(sophie, 'l', { id: 'l1', type: 'verify', by: 'link' });
    expect((await read('l')).conversation.identity).toMatchObject({ by: 'agent' });
  });
});

describe('a link', () => {
  test('tells once who speaks in its own conversation, and in no other', async () => {
    await desk.write('one', 'un humain');
    await desk.write('two', 'un humain');
    const token = tokenOf((await makeLink(sophie, 'one')).body);
    expect(await desk.identityLinks.look(token)).toBe(true);
    expect(await desk.identityLinks.look(token)).toBe(true);
    expect(await desk.identityLinks.use(token)).toBe(true);
    expect(await desk.identityLinks.use(token)).toBe(false);
    expect(await desk.identityLinks.look(token)).toBe(false);
    expect((await read('one')).conversation.identity).toMatchObject({
      level: 'L3',
      by: 'link',
      agent: { name: 'Sophie' },
    });
    expect((await read('two')).conversation.identity).toBeUndefined();
  });

  test('opened twice at once counts once', async () => {
    await desk.write('twice', 'un humain');
    const token = tokenOf((await makeLink(sophie, 'twice')).body);
    await Promise.all([desk.identityLinks.use(token), desk.identityLinks.use(token)]);
    const { entries } = await read('twice');
    const moves = entries.filter((entry) => JSON.stringify(entry).includes('"identified"'));
    expect(moves).toHaveLength(1);
  });

  test('ends after half an hour', async () => {
    await desk.write('late', 'un humain');
    const { body } = await makeLink(sophie, 'late');
    expect(MADE.parse(body).expiresAt).toBe(desk.clock.now() + 30 * 60_000);
    desk.clock.move(30 * 60_000);
    expect(await desk.identityLinks.look(tokenOf(body))).toBe(false);
    expect(await desk.identityLinks.use(tokenOf(body))).toBe(false);
    // The session ended meanwhile, too.
    chief = await signIn(desk.url, CHIEF);
    expect((await read('late')).conversation.identity).toBeUndefined();
  });

  test('opens nothing else, and nothing else opens it', async () => {
    const invited = await chief.call('POST', '/api/desk/accounts', {
      ...{ name: 'Luc', email: 'luc@exemple.fr', role: 'agent' },
    });
    const password = z.object({ link: z.string() }).parse(invited.body).link.replace(/.*=/, '');
    expect(await desk.identityLinks.use(password)).toBe(false);
    await desk.write('other', 'un humain');
    const token = tokenOf((await makeLink(chief, 'other')).body);
    const looked = await chief.call('POST', '/api/desk/links/look', { token });
    expect(looked.status).toBe(410);
    const session = await fetch(`${desk.url}/api/desk/session`, {
      headers: { cookie: chief.cookie.replace(/=.*/, `=${token}`) },
    });
    expect(session.status).toBe(401);
  });

  test('is kept as a hash only', async () => {
    await desk.write('hash', 'un humain');
    const token = tokenOf((await makeLink(chief, 'hash')).body);
    expect(await desk.store.session(token)).toBeUndefined();
  });
});
