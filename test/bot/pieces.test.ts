import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Inbound, Message, Patience, Store } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { handClock, parrotBot } from './started-bot.ts';
import { ordered, row, SOPHIE, wrote } from './turns.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

const QUIET = 1_800;

/** Waits after everything but "vite". */
const patient: Patience = ({ text }) => (text.includes('vite') ? 0 : QUIET);

const started = () => {
  const clock = handClock();
  const bot = parrotBot(store, { clock, patience: patient });
  let n = 0;
  const send = (message: Partial<Message>): Promise<unknown> => {
    n += 1;
    const content = { kind: 'message', message: { text: '', photos: [], ...message } } as const;
    return bot.accept(at(row(`web:${n}`, content), clock.now()));
  };
  return { clock, bot, send, say: (text: string) => send({ text }) };
};

const at = (inbound: Inbound, now: number): Inbound => ({ ...inbound, at: now });

const texts = async () =>
  (await store.entries('webchat-1', 0, 1_000)).flatMap((entry) => {
    if (entry.kind === 'message') return [entry.message.text];
    return entry.kind === 'reply' ? [entry.reply.text] : [];
  });

/** What the transcript holds once `count` lines are in it. */
const soon = async (count: number): Promise<readonly string[]> => {
  await expect.poll(async () => (await texts()).length).toBe(count);
  return texts();
};

describe('a message in pieces', () => {
  const PIECES = ['bonjour', "l'ascenseur", 'est en panne', 'depuis hier', 'bat B'];

  test('is one turn when five pieces come within ten seconds', async () => {
    const { bot, clock, say } = started();
    for (const [n, piece] of PIECES.entries()) {
      await say(piece);
      expect(await soon(n + 1)).toEqual(PIECES.slice(0, n + 1));
      clock.move(1_500);
    }
    clock.move(QUIET);
    expect(await soon(6)).toEqual([...PIECES, `Vous dites : ${PIECES.join('\n')}`]);
    await bot.drain();
  });

  test('is answered ten seconds after its first piece, even if more comes', async () => {
    const { bot, clock, say } = started();
    for (let n = 0; n < 7; n += 1) {
      await say(`${n}`);
      await soon(n + 1);
      clock.move(1_500);
    }
    expect((await soon(8)).at(-1)).toBe('Vous dites : 0\n1\n2\n3\n4\n5\n6');
    await bot.drain();
  });

  test('stands in the transcript before it is answered', async () => {
    const { bot, say } = started();
    await say('bonjour');
    expect(await soon(1)).toEqual(['bonjour']);
    expect(await texts()).toEqual(['bonjour']);
    await bot.drain();
  });

  test('that comes after the quiet time is the next one', async () => {
    const { bot, clock, say } = started();
    await say('un');
    await soon(1);
    clock.move(QUIET);
    await soon(2);
    await say('vite');
    expect(await soon(4)).toEqual(['un', 'Vous dites : un', 'vite', 'Vous dites : vite']);
    await bot.drain();
  });

  test('is answered by the next process when this one is killed in between', async () => {
    const { clock, say } = started();
    await say('bonjour');
    await soon(1);
    clock.move(60_000 - QUIET);
    const next = parrotBot(store, { clock: handClock(clock.now()), patience: patient });
    next.start();
    expect(await soon(2)).toEqual(['bonjour', 'Vous dites : bonjour']);
    await next.drain();
  });

  test('keeps its pieces apart that came long ago, while nobody worked', async () => {
    const clock = handClock();
    await store.addInbound(at(wrote('web:1', 'un'), 1_000));
    await store.addInbound(at(wrote('web:2', 'deux'), 60_000));
    const bot = parrotBot(store, { clock, patience: patient });
    bot.start();
    expect(await soon(4)).toEqual(['un', 'Vous dites : un', 'deux', 'Vous dites : deux']);
    await bot.drain();
  });
});

describe('nobody waits', () => {
  test('with a danger in any piece', async () => {
    const { bot, say } = started();
    await say('bonjour');
    await soon(1);
    await say('ça sent le gaz');
    expect((await soon(3)).at(-1)).toBe('Vous dites : bonjour\nça sent le gaz');
    await bot.drain();
  });

  test('who presses a button, and what was written before is answered first', async () => {
    const { bot, say, send } = started();
    await say('bonjour');
    await soon(1);
    await send({ text: 'Oui', choice: 'address=yes' });
    expect(await soon(4)).toEqual(['bonjour', 'Vous dites : bonjour', 'Oui', 'Vous dites : Oui']);
    await bot.drain();
  });

  test('for the bot once an agent has the conversation', async () => {
    const { bot, clock, say } = started();
    await say('bonjour');
    await soon(1);
    const take = at(ordered('desk:1', { type: 'take' }), clock.now());
    if (take.content.kind === 'command') await bot.command({ ...take, content: take.content });
    clock.move(QUIET);
    await say('vous êtes là ?');
    await bot.drain();
    expect(await texts()).toEqual(['bonjour', `agent_joined ${SOPHIE.name}`, 'vous êtes là ?']);
  });
});

describe('an edited message', () => {
  test('takes the place of the first version while it is listened to; both are kept', async () => {
    const { bot, clock, say, send } = started();
    await say('fuite dans la cuisne');
    await soon(1);
    await send({ text: 'panne dans la cuisine', replaces: 'web:1' });
    await soon(2);
    clock.move(QUIET);
    expect((await soon(3)).at(-1)).toBe('Vous dites : panne dans la cuisine');
    await bot.drain();
  });
});
