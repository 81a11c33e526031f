import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSmtp, mailAlarms, parseAlarmMailWords } from '../../handoff/index.ts';
import { eventually } from '../eventually.ts';
import { silent } from './small-bot.ts';
import { startSmtp } from './smtp-server.ts';
import { CHIEF, type Client, type StartedDesk, signIn, startDesk } from './started-desk.ts';
import { watchStream } from './watch-stream.ts';

const words = parseAlarmMailWords(
  JSON.parse(readFileSync('dialogs/content/alarm-mail.json', 'utf8')),
);

let desk: StartedDesk;
let chief: Client;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeEach(async () => {
  desk = await startDesk();
  smtp = await startSmtp();
  chief = await signIn(desk.url, CHIEF);
  const send = createSmtp({ url: smtp.url, from: 'loge@exemple.fr', to: ['garde@exemple.fr'] });
  mailAlarms({ ...desk, log: silent, send, words, desk: 'https://loge.exemple.fr/console' });
  desk.bot.start();
});
afterEach(async () => {
  await desk.stop();
  smtp.stop();
});

/** Lets minutes pass second by second, as timers know them, with somebody at the page. */
const pass = async (minutes: number): Promise<void> => {
  for (let second = 0; second < minutes * 60; second += 5) {
    desk.clock.move(5_000);
    if (second % 60 === 0) await chief.call('GET', '/api/desk/agents');
    await new Promise((go) => setImmediate(go));
  }
};
const rung = async () => (await desk.store.conversation('gas'))?.alarm?.rung;

test('after five minutes unattended every console is told, and an e-mail says where, nothing of the tenant', async () => {
  const stream = await watchStream(desk.url, chief.cookie);
  await desk.write('gas', 'ça sent le gaz chez Mme Untel');
  await pass(4);
  expect(await rung()).toBe(0);
  expect(smtp.mails).toEqual([]);
  const before = stream.text().length;
  await eventually(async () => {
    await pass(0.5);
    expect(await rung()).toBe(1);
    expect(smtp.mails).toHaveLength(1);
  });
  expect(stream.text().slice(before)).toContain('"conversation":"gas"');
  const listed = await chief.call('GET', '/api/desk/conversations?holder=queue');
  expect(listed.body).toMatchObject({ conversations: [{ id: 'gas', rung: 1 }] });
  const [mail = ''] = smtp.mails;
  expect(mail).toContain('To: garde@exemple.fr');
  expect(mail.replace(/=\r\n/g, '')).toContain('https://loge.exemple.fr/console#c=3Dgas');
  expect(mail).not.toMatch(/Untel|Nadia|gaz chez/);
});

test('taken in time, nothing rings and nothing is mailed', async () => {
  await desk.write('gas', 'ça sent le gaz');
  await pass(3);
  await chief.call('POST', '/api/desk/conversations/gas/commands', { id: 't', type: 'take' });
  await pass(6);
  expect(await rung()).toBeUndefined();
  expect(smtp.mails).toEqual([]);
});

test('a mail server that refuses for now gets it later', async () => {
  smtp.refuse(true);
  await desk.write('gas', 'ça sent le gaz');
  await eventually(async () => {
    await pass(1);
    expect(await rung()).toBe(1);
  });
  expect(smtp.mails).toEqual([]);
  smtp.refuse(false);
  await eventually(async () => {
    await pass(0.5);
    expect(smtp.mails.length).toBeGreaterThan(0);
  });
});
