import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
let karim: Client;
let lea: Client;
let sophie: string;

beforeAll(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
  const add = (name: string, role: string) =>
    addAgent(desk, chief, { name, email: `${name}@exemple.fr`, role });
  await add('Sophie', 'agent');
  karim = await add('Karim', 'agent');
  lea = await add('Lea', 'supervisor');
  sophie = (await desk.store.accounts()).find(({ name }) => name === 'Sophie')?.id ?? '';
});
afterAll(() => desk.stop());

let n = 0;
const command = (who: Client, conversation: string, body: object) => {
  n += 1;
  const path = `/api/desk/conversations/${conversation}/commands`;
  return who.call('POST', path, { id: `n${n}`, ...body });
};
/** A conversation that Sophie holds. */
const withSophie = async (id: string, text: string): Promise<void> => {
  await desk.write(id, text);
  await command(chief, id, { type: 'take' });
  await command(chief, id, { type: 'transfer', to: sophie, note: 'pour toi' });
};

describe('taking over from a colleague', () => {
  test('is for supervisors and administrators; an agent is refused and nothing changes', async () => {
    await withSophie('calm', 'un humain');
    const over = { type: 'take_over', from: sophie };
    expect((await command(karim, 'calm', over)).status).toBe(403);
    expect((await desk.store.conversation('calm'))?.holder).toMatchObject({
      agent: { id: sophie },
    });
    const taken = await command(lea, 'calm', over);
    expect(taken.body).toMatchObject({ holder: { kind: 'agent', agent: { name: 'Lea' } } });
    expect((await command(chief, 'calm', over)).status).toBe(409);
  });

  test('is for everybody when there is danger', async () => {
    await withSophie('gas', 'ça sent le gaz');
    const taken = await command(karim, 'gas', { type: 'take_over', from: sophie });
    expect(taken.body).toMatchObject({ holder: { agent: { name: 'Karim' } } });
  });
});

describe('setting aside', () => {
  test.each([
    ['the past', () => desk.clock.now() - 1],
    ['now', () => desk.clock.now()],
    ['more than a month ahead', () => desk.clock.now() + 32 * 24 * 3_600_000],
    ['no number', () => 'demain'],
  ])('until %s is refused', async (_, until) => {
    await desk.write('s', 'un humain');
    const aside = { type: 'snooze', until: until() };
    expect((await command(karim, 's', aside)).status).toBe(400);
  });
});
