import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { eventually } from '../eventually.ts';
import { CHIEF, type Client, type StartedDesk, signIn, startDesk } from './started-desk.ts';
import { watchStream } from './watch-stream.ts';

let desk: StartedDesk;
let chief: Client;
beforeEach(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
  await desk.write('p', 'un humain');
});
afterEach(() => desk.stop());

const show = (doing: string) => chief.call('POST', '/api/desk/conversations/p/presence', { doing });

const PRESENT = z.object({
  conversation: z.string(),
  agents: z.array(z.object({ id: z.string(), name: z.string(), doing: z.string() })),
});
/** What the stream has told of who is there, in order, as `name: doing`. */
const told = (stream: { readonly text: () => string }): readonly string[] =>
  [...stream.text().matchAll(/event: presence\ndata: (.*)\n/g)].map(([, json = '']) =>
    PRESENT.parse(JSON.parse(json))
      .agents.map(({ name, doing }) => `${name}: ${doing}`)
      .join(', '),
  );

test('who looks and who writes is told once for each change, and nobody is there after 25 s of silence', async () => {
  const stream = await watchStream(desk.url, chief.cookie);
  await show('viewing');
  desk.clock.move(10_000);
  await show('viewing');
  await show('typing');
  await eventually(() => expect(told(stream)).toEqual(['Chef: viewing', 'Chef: typing']));
  desk.clock.move(24_999);
  await show('typing');
  desk.clock.move(24_999);
  expect(told(stream)).toHaveLength(2);
  desk.clock.move(1);
  await eventually(() => expect(told(stream)).toEqual(['Chef: viewing', 'Chef: typing', '']));
});

test('whoever opens the page later learns who is there', async () => {
  await show('typing');
  const stream = await watchStream(desk.url, chief.cookie);
  await eventually(() => expect(told(stream)).toEqual(['Chef: typing']));
  await show('gone');
  await eventually(() => expect(told(stream)).toEqual(['Chef: typing', '']));
});

test('what is no presence is refused, and so is a conversation that is not there', async () => {
  expect((await show('sleeping')).status).toBe(400);
  const nowhere = await chief.call('POST', '/api/desk/conversations/none/presence', {
    doing: 'viewing',
  });
  expect(nowhere.status).toBe(404);
});
