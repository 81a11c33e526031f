import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import {
  addAgent,
  CHIEF,
  type Client,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

const MINUTE = 60_000;

let desk: StartedDesk;
let chief: Client;
let sophie: Client;

beforeEach(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
  const person = { name: 'Sophie', email: 'sophie@exemple.fr', role: 'agent' };
  sophie = await addAgent(desk, chief, person);
});
afterEach(() => desk.stop());

let n = 0;
const command = (who: Client, id: string, body: object) => {
  n += 1;
  return who.call('POST', `/api/desk/conversations/${id}/commands`, { id: `n${n}`, ...body });
};
const holderOf = async (id: string) => (await desk.store.conversation(id))?.holder;
const told = async (id: string) =>
  (await desk.store.entries(id, 0, 500)).flatMap((entry) =>
    entry.kind === 'reply' ? [entry.reply.text] : [],
  );
const hold = async (id: string): Promise<void> => {
  await desk.write(id, 'un humain');
  await command(sophie, id, { type: 'take' });
};

test('#19 return chats when the agent disappears, tell the customer (RC#9278): front of the queue, told once', async () => {
  await desk.write('early', 'un humain');
  await hold('gone');
  desk.clock.move(2 * MINUTE);
  await eventually(async () =>
    expect(await holderOf('gone')).toMatchObject({ kind: 'queue', reason: 'agent_gone' }),
  );
  for (let round = 0; round < 5; round += 1) desk.clock.move(MINUTE);
  await desk.bot.drain();
  expect((await told('gone')).filter((text) => text === 'agent_gone Sophie')).toHaveLength(1);
  const queue = await desk.store.conversationsHeldBy('queue', 10);
  expect(queue.map(({ id }) => id)).toEqual(['gone', 'early']);
});

test('a page that asks now and then, by itself too, keeps what its agent holds', async () => {
  await hold('kept');
  for (let round = 0; round < 6; round += 1) {
    desk.clock.move(MINUTE);
    await sophie.call('GET', '/api/desk/conversations/kept', undefined, { 'loge-by-itself': '1' });
  }
  await desk.bot.drain();
  expect(await holderOf('kept')).toMatchObject({ kind: 'agent', agent: { name: 'Sophie' } });
});

test('what is handed to somebody who is not there comes back too', async () => {
  await desk.write('handed', 'un humain');
  await command(chief, 'handed', { type: 'take' });
  const { id } = (await desk.store.accounts()).find(({ name }) => name === 'Sophie') ?? {};
  desk.clock.move(5 * MINUTE);
  await command(chief, 'handed', { type: 'transfer', to: id, note: 'bail' });
  desk.clock.move(2 * MINUTE);
  await eventually(async () => expect(await holderOf('handed')).toMatchObject({ kind: 'queue' }));
});

test('what happens by itself does so while the program runs: the close, the waking, the alarm', async () => {
  desk.bot.start();
  await hold('closing');
  await command(sophie, 'closing', { type: 'close' });
  await hold('aside');
  await command(sophie, 'aside', { type: 'snooze', until: desk.clock.now() + MINUTE });
  await desk.write('gas', 'ça sent le gaz');
  const step = (ms: number) => async () => {
    desk.clock.move(ms);
    await sophie.call('GET', '/api/desk/agents');
  };
  await eventually(async () => {
    await step(1_000)();
    expect(await told('closing')).toContain('closed');
  });
  await eventually(async () => {
    await step(10_000)();
    expect(await holderOf('aside')).not.toHaveProperty('snoozed');
  });
  await eventually(async () => {
    await step(30_000)();
    expect((await desk.store.conversation('gas'))?.alarm).toMatchObject({ rung: 1 });
  });
});
