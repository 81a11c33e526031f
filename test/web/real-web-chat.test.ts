import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Chat } from '../../web/chat.ts';
import { openQuestion } from '../../web/chat-state.ts';
// biome-ignore lint/style/noRestrictedImports: a helper of the tests, not a file inside a part.
import { type ChatSite, serveChat } from '../channels/chat-site.ts';
import { memoryKeep, nodeChat } from './node-chat.ts';

const DAY = 86_400_000;

let site: ChatSite;
const open: Chat[] = [];

const start = (keep = memoryKeep()): Chat => {
  const chat = nodeChat(site.url, keep, { silence: 5000 });
  open.push(chat);
  return chat;
};

const texts = ({ state }: Chat): readonly string[] =>
  state.activities.value.map(({ text }) => text);
const until = (check: () => void) => vi.waitFor(check, { timeout: 8000, interval: 10 });
const greeted = (chat: Chat) => until(() => expect(texts(chat)).toHaveLength(1));

beforeEach(async () => {
  site = await serveChat();
});

afterEach(async () => {
  for (const chat of open.splice(0)) chat.stop();
  await site.close();
});

test('our server and the widget understand each other: text, button, question, safety, receipt', async () => {
  const chat = start();
  await greeted(chat);
  const [action] = openQuestion(chat.state)?.actions ?? [];
  if (action === undefined) throw new Error('no button');
  await chat.press(action);
  await until(() => expect(texts(chat).at(-1)).toBe('Entendu : water_leak (0)'));
  for (const text of ['question', 'gaz', 'code']) await chat.send(text, []);
  await until(() => expect(chat.state.activities.value).toHaveLength(9));
  const { value } = chat.state.activities;
  expect(value.find(({ ask }) => ask === 'floor')?.author).toEqual({ kind: 'bot' });
  expect(value.filter(({ safety }) => safety)).toHaveLength(1);
  expect(value.at(-1)?.receipt).toEqual({ code: 'BCDFGH', due: 1_800_000_000_000 });
  expect(chat.state.drafts.value).toEqual([]);
});

test('answers that are lost on the way make nothing double', async () => {
  const chat = start();
  await greeted(chat);
  site.faults.loseAnswers = true;
  await chat.send('il fait froid', []);
  await until(() => expect(texts(chat)).toContain('Entendu : il fait froid (0)'));
  site.faults.loseAnswers = false;
  await chat.send('encore', []);
  await until(() => expect(texts(chat)).toContain('Entendu : encore (0)'));
  expect(texts(chat).filter((text) => text === 'il fait froid')).toHaveLength(1);
});

test('what the store could not keep is sent again until it can', async () => {
  const chat = start();
  await greeted(chat);
  site.faults.storeDown = true;
  await chat.send('une panne', []);
  await until(() => expect(site.logged.length).toBeGreaterThan(1));
  site.faults.storeDown = false;
  await until(() => expect(texts(chat).slice(1)).toEqual(['une panne', 'Entendu : une panne (0)']));
});

test('a tenant who comes back the next day finds the same conversation', async () => {
  const keep = memoryKeep();
  const before = start(keep);
  await greeted(before);
  await before.send('à demain', []);
  await until(() => expect(texts(before)).toHaveLength(3));
  before.stop();
  site.clock.setForward(DAY);
  const after = start(keep);
  await until(() => expect(texts(after)).toEqual(texts(before)));
  await after.send('me revoilà', []);
  await until(() => expect(texts(after).at(-1)).toBe('Entendu : me revoilà (0)'));
});

test('a cut stream loses nothing, and a photo comes back as a picture', async () => {
  const chat = start();
  await greeted(chat);
  expect(site.cut()).toBeGreaterThan(0);
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  await chat.send('voici', [new Blob([new Uint8Array(photo)], { type: 'image/png' })]);
  await until(() => expect(texts(chat).at(-1)).toBe('Entendu : voici (1)'));
  const [address = ''] = chat.state.activities.value.flatMap(({ photos }) => photos);
  const picture = await fetch(address.replace(/^https?:\/\/[^/]+/, site.url));
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
});

test('a file that is no photo is refused with a sentence, and the next message still goes', async () => {
  const chat = start();
  await greeted(chat);
  await chat.send('regardez', [new Blob(['<svg/>'], { type: 'image/jpeg' })]);
  await until(() => expect(chat.state.drafts.value[0]?.state).toBe('refused'));
  expect(chat.state.drafts.value[0]?.why).toMatch(/\p{L}+ .+\./u);
  await chat.send('sans photo', []);
  await until(() => expect(texts(chat).at(-1)).toBe('Entendu : sans photo (0)'));
});
