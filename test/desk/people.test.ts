import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addAgent,
  CHIEF,
  type Client,
  clientOf,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

const SOPHIE = { name: 'Sophie', email: 'sophie@exemple.fr', role: 'agent' };
const SIGN_IN = { email: SOPHIE.email, password: 'mot de passe de Sophie' };
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const MINUTE = 60_000;

const SESSIONS = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      createdAt: z.number(),
      seenAt: z.number(),
      browser: z.string(),
      here: z.boolean(),
    }),
  ),
});
const ACCOUNTS = z.object({
  accounts: z.array(z.object({ id: z.string(), name: z.string(), state: z.string() })),
});

let desk: StartedDesk;
let chief: Client;
let sophie: Client;
beforeEach(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
  sophie = await addAgent(desk, chief, SOPHIE);
});
afterEach(() => desk.stop());

const idOf = async (name: string): Promise<string> => {
  const { body } = await chief.call('GET', '/api/desk/accounts');
  return ACCOUNTS.parse(body).accounts.find((one) => one.name === name)?.id ?? '';
};
const change = async (name: string, body: object) =>
  chief.call('PATCH', `/api/desk/accounts/${await idOf(name)}`, body);
const sessionsOf = async (client: Client) =>
  SESSIONS.parse((await client.call('GET', '/api/desk/sessions')).body).sessions;
const whoAmI = async (client: Client) => (await client.call('GET', '/api/desk/session')).status;
const comesBack = async () =>
  (await clientOf(desk.url).call('POST', '/api/desk/session', SIGN_IN)).status;

/** A stream of hints, opened; resolves when the server ends it. */
const stream = async ({ cookie }: Client): Promise<Promise<string>> => {
  const response = await fetch(`${desk.url}/api/desk/stream`, { headers: { cookie } });
  return response.text();
};

describe('one’s own sessions', () => {
  test('are listed with the browser and the last sign of life, and end one by one', async () => {
    const agent = { 'user-agent': FIREFOX };
    const heard = await clientOf(desk.url).call('POST', '/api/desk/session', SIGN_IN, agent);
    expect(heard.status).toBe(200);
    desk.clock.move(5 * MINUTE);
    const listed = await sessionsOf(sophie);
    const now = desk.clock.now();
    expect(listed).toHaveLength(2);
    const other = listed.find(({ here }) => !here);
    const own = listed.find(({ here }) => here);
    expect(other).toMatchObject({ browser: 'Firefox, Windows', seenAt: now - 5 * MINUTE });
    expect(own).toMatchObject({ seenAt: now });
    const ended = await sophie.call('DELETE', `/api/desk/sessions/${other?.id}`);
    expect(ended.status).toBe(204);
    expect(await sessionsOf(sophie)).toEqual([own]);
    expect((await sophie.call('DELETE', `/api/desk/sessions/${other?.id}`)).status).toBe(404);
  });

  test('end at once, streams too', async () => {
    const second = await signIn(desk.url, SIGN_IN);
    const listening = stream(second);
    const other = (await sessionsOf(sophie)).find(({ here }) => !here);
    await sophie.call('DELETE', `/api/desk/sessions/${other?.id}`);
    expect(await listening).toContain('event: sync');
    expect([await whoAmI(second), await whoAmI(sophie)]).toEqual([401, 200]);
  });

  test('that are over are not listed', async () => {
    await signIn(desk.url, SIGN_IN);
    desk.clock.move(29 * MINUTE);
    await whoAmI(sophie);
    desk.clock.move(2 * MINUTE);
    expect(await sessionsOf(sophie)).toHaveLength(1);
  });

  test('a one-time link is no session that anybody could end', async () => {
    const person = { name: 'Karim', email: 'karim@exemple.fr', role: 'agent' };
    await chief.call('POST', '/api/desk/accounts', person);
    const links = await desk.store.sessionsOf(`link:${await idOf('Karim')}`);
    expect(links).toHaveLength(1);
    const ended = await chief.call('DELETE', `/api/desk/sessions/${links[0]?.id}`);
    expect(ended.status).toBe(404);
  });
});

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36',
    'Chrome, Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8.5.0', ''],
])('a browser that says %s is listed as "%s"', async (agent, name) => {
  const heard = await clientOf(desk.url).call('POST', '/api/desk/session', SIGN_IN, {
    'user-agent': agent,
  });
  expect(heard.status).toBe(200);
  const named = (await sessionsOf(sophie)).filter(({ here }) => !here);
  expect(named.map(({ browser }) => browser)).toEqual([name]);
});

describe('an administrator', () => {
  test('sees and ends the sessions of others', async () => {
    const path = `/api/desk/accounts/${await idOf('Sophie')}/sessions`;
    const { sessions } = SESSIONS.parse((await chief.call('GET', path)).body);
    expect(sessions.map(({ here }) => here)).toEqual([false]);
    await chief.call('DELETE', `/api/desk/sessions/${sessions[0]?.id}`);
    expect(await whoAmI(sophie)).toBe(401);
    expect(await comesBack()).toBe(200);
  });

  test('changes a role: every session of that person ends, the next one has it', async () => {
    const listening = stream(sophie);
    const changed = await change('Sophie', { role: 'supervisor' });
    expect(changed.body).toMatchObject({ account: { role: 'supervisor', state: 'open' } });
    expect(await listening).toContain('event: sync');
    expect(await whoAmI(sophie)).toBe(401);
    const { body } = await clientOf(desk.url).call('POST', '/api/desk/session', SIGN_IN);
    expect(body).toMatchObject({ agent: { role: 'supervisor' } });
  });

  test('closes an account: nobody is in, nobody comes back, nobody can be given a conversation', async () => {
    const id = await idOf('Sophie');
    expect((await change('Sophie', { closed: true })).body).toMatchObject({
      account: { state: 'closed' },
    });
    expect([await whoAmI(sophie), await comesBack()]).toEqual([401, 401]);
    await desk.write('c1', 'un humain');
    const to = { id: 't1', type: 'transfer', to: id, note: 'à toi' };
    await chief.call('POST', '/api/desk/conversations/c1/commands', { id: 't0', type: 'take' });
    const passed = await chief.call('POST', '/api/desk/conversations/c1/commands', to);
    expect(passed.status).toBe(400);
    await change('Sophie', { closed: false });
    expect(await comesBack()).toBe(200);
  });

  test('closes an invitation too', async () => {
    const person = { name: 'Karim', email: 'karim@exemple.fr', role: 'agent' };
    const { body } = await chief.call('POST', '/api/desk/accounts', person);
    const token = JSON.stringify(body).match(/#link=([\w-]+)/)?.[1] ?? '';
    await change('Karim', { closed: true });
    const used = await clientOf(desk.url).call('POST', '/api/desk/links/use', {
      token,
      password: 'une phrase de passe',
    });
    expect(used.status).toBe(410);
  });

  test('who is the last one stays, and is told so', async () => {
    for (const body of [{ role: 'agent' }, { closed: true }]) {
      const refused = await change('Chef', body);
      expect([refused.status, refused.body]).toEqual([409, { error: 'last_administrator' }]);
    }
    expect(await whoAmI(chief)).toBe(200);
    await change('Sophie', { role: 'admin' });
    expect((await change('Chef', { role: 'agent' })).status).toBe(200);
  });

  test.each([{}, { role: 'king' }, { closed: 'yes' }, { role: 'agent', closed: true }, []])(
    'who sends %j changes nothing',
    async (body) => {
      expect((await change('Sophie', body)).status).toBe(400);
      expect(await whoAmI(sophie)).toBe(200);
    },
  );
});
