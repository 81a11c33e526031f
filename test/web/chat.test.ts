import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Chat } from '../../web/chat.ts';
import { openQuestion } from '../../web/chat-state.ts';
import { memoryKeep, nodeChat } from './node-chat.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let server: StandIn;
const open: Chat[] = [];

const start = (keep = memoryKeep(), pace = {}): Chat => {
  const chat = nodeChat(server.url, keep, pace);
  open.push(chat);
  return chat;
};

const texts = ({ state }: Chat): readonly string[] =>
  state.activities.value.map(({ text }) => text);
const until = (check: () => void) => vi.waitFor(check, { timeout: 8000, interval: 10 });
const greeted = (chat: Chat) => until(() => expect(texts(chat)).toHaveLength(1));

beforeEach(async () => {
  server = await startStandIn();
});

afterEach(async () => {
  for (const chat of open.splice(0)) chat.stop();
  await server.stop();
});

test('a conversation opens with the greeting, and an answer follows what is written', async () => {
  const chat = start();
  await greeted(chat);
  await chat.send('bonjour', []);
  await until(() => expect(texts(chat).slice(1)).toEqual(['bonjour', 'Reçu : bonjour']));
  expect(chat.state.drafts.value).toEqual([]);
});

test('what is written without a connection is shown at once and sent once, with the same id', async () => {
  const chat = start();
  await greeted(chat);
  server.faults.status = 503;
  server.cutStreams();
  await chat.send('plus de réseau', []);
  expect(chat.state.drafts.value.map(({ text }) => text)).toEqual(['plus de réseau']);
  await until(() => expect(chat.state.connection.value).toBe('lost'));
  server.faults.status = undefined;
  await until(() => expect(texts(chat)).toContain('Reçu : plus de réseau'));
  expect(texts(chat).filter((text) => text === 'plus de réseau')).toHaveLength(1);
  expect(new Set(server.posts).size).toBe(1);
});

test('a message whose answer was lost is sent again under the same id and stands there once', async () => {
  const chat = start();
  await greeted(chat);
  server.faults.silent = true;
  server.faults.lostAnswers = 2;
  await chat.send('il fait froid', []);
  await until(() => expect(server.posts).toHaveLength(3));
  server.faults.silent = false;
  server.cutStreams();
  await until(() =>
    expect(texts(chat).slice(1)).toEqual(['il fait froid', 'Reçu : il fait froid']),
  );
  expect(new Set(server.posts).size).toBe(1);
  expect(chat.state.drafts.value).toEqual([]);
});

test('several messages written offline arrive in the order in which they were written', async () => {
  const chat = start();
  server.faults.status = 500;
  for (const text of ['muet un', 'muet deux', 'muet trois']) await chat.send(text, []);
  server.faults.status = undefined;
  await until(() => expect(texts(chat).slice(1)).toEqual(['muet un', 'muet deux', 'muet trois']));
});

test('after a reload the conversation goes on, and what was not sent leaves by itself', async () => {
  const keep = memoryKeep();
  const before = start(keep);
  await greeted(before);
  server.faults.status = 503;
  await before.send('écrit avant le rechargement', []);
  before.stop();
  const after = start(keep);
  server.faults.status = undefined;
  await until(() => expect(texts(after)).toContain('Reçu : écrit avant le rechargement'));
  expect(server.conversations).toHaveLength(1);
  expect(texts(after)[0]).toMatch(/^Bonjour/);
});

test('a stream that is cut is picked up where it was, with nothing missing and nothing twice', async () => {
  const chat = start();
  await greeted(chat);
  server.cutStreams();
  server.conversations[0]?.say({ text: 'pendant la coupure' });
  await until(() => expect(texts(chat)).toContain('pendant la coupure'));
  server.conversations[0]?.say({ text: 'après' });
  await until(() => expect(texts(chat).slice(1)).toEqual(['pendant la coupure', 'après']));
});

test('#9 one-way network loss, can send and never receives (RC#36023): a stream that has fallen silent is left for a new one', async () => {
  const chat = start();
  await greeted(chat);
  server.faults.silent = true;
  server.conversations[0]?.say({ text: 'dans le vide' });
  server.faults.silent = false;
  await until(() => expect(texts(chat)).toContain('dans le vide'));
});

test('where streams are forbidden the widget polls', async () => {
  server.faults.noStreams = true;
  const chat = start();
  await until(() => expect(chat.state.connection.value).toBe('online'));
  await chat.send('par un proxy', []);
  await until(() => expect(texts(chat)).toContain('Reçu : par un proxy'));
  expect(server.streams()).toBe(0);
});

test('the token is renewed before it ends', async () => {
  server.faults.lifetime = 0.2;
  const chat = start();
  await greeted(chat);
  await until(() => expect(server.refreshes()).toBeGreaterThan(2));
  expect(server.conversations).toHaveLength(1);
});

test('when a conversation cannot go on a new one begins, and what was said stays on screen', async () => {
  const chat = start();
  await greeted(chat);
  server.killTokens();
  server.cutStreams();
  await chat.send('toujours là ?', []);
  await until(() => expect(texts(chat)).toContain('Reçu : toujours là ?'));
  expect(server.conversations).toHaveLength(2);
  expect(chat.state.past.value).toHaveLength(1);
});

test('a text the server refuses says why and can be taken back', async () => {
  const chat = start();
  await greeted(chat);
  await chat.send('x'.repeat(4001), []);
  await until(() =>
    expect(chat.state.drafts.value[0]).toMatchObject({ state: 'refused', why: 'Trop long.' }),
  );
  await chat.send('plus court', []);
  await until(() => expect(texts(chat)).toContain('Reçu : plus court'));
  chat.drop(chat.state.drafts.value[0]?.id ?? '');
  expect(chat.state.drafts.value).toEqual([]);
});

test('a pressed button sends its value, and the question is closed at once', async () => {
  const chat = start();
  await greeted(chat);
  const action = openQuestion(chat.state)?.actions[0];
  if (action === undefined) throw new Error('no button');
  await chat.press(action);
  expect(openQuestion(chat.state)).toBeUndefined();
  await until(() =>
    expect(texts(chat).slice(1)).toEqual(['Une panne chez moi', 'Dans quelle pièce ?']),
  );
  expect(openQuestion(chat.state)?.ask).toBe('location_detail');
});

test('photos travel with their message', async () => {
  const chat = start();
  await greeted(chat);
  await chat.send('muet', [new Blob(['une photo'], { type: 'image/jpeg' })]);
  await until(() => expect(chat.state.activities.value.at(-1)?.photos).toHaveLength(1));
  expect(String(server.conversations[0]?.photos[0])).toBe('une photo');
});
