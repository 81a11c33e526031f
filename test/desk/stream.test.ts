import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { CHIEF, type Client, type StartedDesk, signIn, startDesk } from './started-desk.ts';
import { watchStream } from './watch-stream.ts';

let desk: StartedDesk;
let chief: Client;
const watch = (cookie: string) => watchStream(desk.url, cookie);

beforeEach(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
});
afterEach(() => desk.stop());

const seen = (stream: { readonly text: () => string }, what: string | RegExp) =>
  eventually(() => expect(stream.text()).toMatch(what));

test('begins with sync, then tells which conversation is at which revision, many changes at once', async () => {
  const stream = await watch(chief.cookie);
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  expect(stream.headers.get('cache-control')).toContain('no-store');
  await seen(stream, /event: sync\n/);
  await desk.write('s', 'bonjour');
  await desk.write('s', 'encore');
  expect(stream.text()).not.toContain('"conversation"');
  desk.clock.move(50);
  await seen(stream, /data: {"conversation":"s","rev":\d+}\n\n/);
  expect(stream.text().match(/"conversation"/g)).toHaveLength(1);
  expect(stream.text()).not.toContain('bonjour');
});

test('beats, so that the page knows that it lives', async () => {
  const stream = await watch(chief.cookie);
  desk.clock.move(20_000);
  await seen(stream, /event: beat\n/);
});

test('ends at once when the session is ended', async () => {
  const stream = await watch(chief.cookie);
  await seen(stream, /event: sync\n/);
  await chief.call('DELETE', '/api/desk/session');
  await stream.done;
  expect(stream.over()).toBe(true);
});

test('ends when the session runs out', async () => {
  const stream = await watch(chief.cookie);
  await seen(stream, /event: sync\n/);
  desk.clock.move(31 * 60_000);
  await stream.done;
  expect(stream.over()).toBe(true);
});

test('nobody has more than eight', async () => {
  const streams = await Promise.all(Array.from({ length: 9 }, () => watch(chief.cookie)));
  const statuses = streams.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(8).fill(200), 429]);
});
