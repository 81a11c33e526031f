import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandRow, Store } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { eventually } from '../eventually.ts';
import { handClock, parrotBot } from './started-bot.ts';
import { SOPHIE, wrote } from './turns.ts';

/** Complaints of the trackers that nothing here answers yet, and why. */
const NOT_ANSWERED: Readonly<Record<number, string>> = {
  24: 'there are no teams yet: every agent sees every conversation',
};

const titles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(`test/${name}`, 'utf8').matchAll(/'#(\d+) [^']*\(\w+/g)])
  .map(([, number]) => Number(number));

test('each of the 25 complaints has its test, or is named as not answered', () => {
  const all = Array.from({ length: 25 }, (_, n) => n + 1);
  const open = all.filter((number) => !titles.includes(number));
  expect(open).toEqual(Object.keys(NOT_ANSWERED).map(Number));
  const page = readFileSync('docs/desk.md', 'utf8');
  for (const number of open) expect(page).toContain(`#${number}`);
});

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

const take: CommandRow = {
  ...wrote('desk:sophie:take', ''),
  content: { kind: 'command', command: { type: 'take' }, agent: SOPHIE },
};
const entries = () => store.entries('webchat-1', 0, 1_000);
const moves = async () =>
  (await entries()).flatMap((entry) => (entry.kind === 'move' ? [entry.move.kind] : []));
const said = async () =>
  (await entries()).flatMap((entry) => (entry.kind === 'reply' ? [entry.reply.text] : []));

describe('what came in', () => {
  test('#1 webhook retries create duplicate messages (chatwoot#15450): five at once are one', async () => {
    const bot = parrotBot(store);
    const told = await Promise.all([1, 2, 3, 4, 5].map(() => bot.accept(wrote('sms:SM1', 'allo'))));
    await bot.drain();
    expect(told.filter((kept) => kept === 'added')).toHaveLength(1);
    expect((await entries()).map(({ kind }) => kind)).toEqual(['message', 'reply']);
  });

  test('#4 several rooms for one phone number (RC#23476): twenty first messages make one, in order', async () => {
    const bot = parrotBot(store);
    const texts = Array.from({ length: 20 }, (_, n) => `m${n}`);
    await Promise.all(texts.map((text) => bot.accept(wrote(`web:${text}`, text))));
    await bot.drain();
    expect(await store.countByHolder()).toMatchObject({ bot: 1, queue: 0, agent: 0, closed: 0 });
    const heard = (await entries()).flatMap((entry) =>
      entry.kind === 'message' ? [entry.message.text] : [],
    );
    expect(heard).toEqual(texts);
  });

  test('#22 a message into a closed chat is never seen (zammad#2559): it opens an episode, and a person can be called', async () => {
    const clock = handClock();
    const bot = parrotBot(store, { clock });
    const close: CommandRow = {
      ...take,
      id: 'desk:sophie:close',
      content: { ...take.content, command: { type: 'close' } },
    };
    await bot.command(take);
    await bot.command(close);
    await bot.accept(wrote('web:after', 'un humain'));
    await bot.drain();
    const [waiting] = await store.conversationsHeldBy('queue', 10);
    expect(waiting).toMatchObject({ episode: 2, lastText: 'un humain' });
  });
});

describe('the hand-over', () => {
  test('#15 the hand-off message is missing or sent twice (chatwoot#13881): once, even if the program dies on it', async () => {
    let deaths = 0;
    const dying = parrotBot(store, {
      reach: (point) => {
        if (point !== 'after-save' || deaths > 0) return;
        deaths += 1;
        throw new Error('planted');
      },
    });
    await dying.accept(wrote('web:1', 'un humain'));
    await eventually(() => expect(deaths).toBe(1));
    const clock = handClock(1_000_000 + 60_000);
    const next = parrotBot(store, { clock });
    next.start();
    await next.accept(wrote('web:1', 'un humain'));
    await eventually(async () => expect(await moves()).toEqual(['queued']));
    await next.drain();
    expect(await said()).toEqual(['Vous dites : un humain']);
  });

  test('#3 "already taken" but nobody has it (RC#18041): died after the take, it is still held, and the same press says so', async () => {
    let dead = false;
    const dying = parrotBot(store, {
      reach: (point) => {
        if (point !== 'after-save') return;
        dead = true;
        throw new Error('planted');
      },
    });
    await expect(dying.command(take)).rejects.toThrow('planted');
    expect(dead).toBe(true);
    const next = parrotBot(store, { clock: handClock(1_000_000 + 60_000) });
    expect(await next.command(take)).toMatchObject({
      kind: 'done',
      holder: { kind: 'agent', agent: SOPHIE },
    });
    await next.drain();
    expect(await moves()).toEqual(['taken']);
    expect(await store.countByHolder()).toMatchObject({ agent: 1, queue: 0 });
  });
});
