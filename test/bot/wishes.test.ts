import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BotParts, Inbound, OutboxEntry, SendResult, Store, Wish } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { handClock, parrotBot } from './started-bot.ts';
import { parrot, SOPHIE, wrote } from './turns.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

const THREAD = { conversation: 'sms-1', channel: 'sms' } as const;

const sms = (id: string, text: string, wish?: Wish): Inbound => ({
  ...wrote(id, text),
  ...THREAD,
  content: {
    kind: 'message',
    message: { text, photos: [] },
    ...(wish === undefined ? {} : { wish }),
  },
});

/** A bot that says a safety text for "gaz", and a provider that remembers what it carried. */
const started = (result: SendResult = { kind: 'sent' }, parts: Partial<BotParts> = {}) => {
  const carried: string[] = [];
  const deliver = async ({ reply }: OutboxEntry): Promise<SendResult> => {
    carried.push(reply.text);
    return result;
  };
  const bot = parrotBot(store, {
    ...parts,
    sms: { deliver },
    talk: (input) => {
      const said = parrot(input);
      const gas = input.message?.text.includes('gaz') === true;
      if (said.kind === 'need' || !gas) return said;
      return { ...said, replies: said.replies.map((one) => ({ ...one, safety: 'gas' })) };
    },
  });
  return { bot, carried };
};

const lines = async () =>
  (await store.entries('sms-1', 0, 100)).map((entry) => {
    if (entry.kind === 'message') return entry.message.text;
    if (entry.kind === 'move') return entry.move.kind;
    return entry.kind === 'reply' ? `${entry.reply.text} (${entry.delivery})` : entry.kind;
  });

describe('somebody who asks for silence', () => {
  test('is not answered, and the desk sees it', async () => {
    const { bot, carried } = started();
    await bot.accept(sms('sms:1', 'STOP', 'stop'));
    await bot.drain();
    expect(carried).toEqual([]);
    expect(await lines()).toEqual(['STOP', 'muted']);
  });

  test('is still heard, but told nothing: not by the bot, not by an agent', async () => {
    const { bot, carried } = started();
    await bot.accept(sms('sms:1', 'STOP', 'stop'));
    await bot.accept(sms('sms:2', 'fuite'));
    const command = { type: 'reply', text: 'Bonjour, ici Sophie' } as const;
    await bot.command({
      ...wrote('desk:1', ''),
      ...THREAD,
      content: { kind: 'command', command, agent: SOPHIE },
    });
    await bot.drain();
    expect(carried).toEqual([]);
    expect(await lines()).toEqual([
      'STOP',
      'muted',
      'fuite',
      'Vous dites : fuite (cancelled)',
      'agent_joined Sophie (cancelled)',
      'taken',
      'Bonjour, ici Sophie (cancelled)',
    ]);
    expect((await store.incidentsOf('sms-1')).length).toBe(1);
  });

  test('is told what keeps them safe, even so', async () => {
    const { bot, carried } = started();
    await bot.accept(sms('sms:1', 'STOP', 'stop'));
    await bot.accept(sms('sms:2', 'ça sent le gaz'));
    await bot.drain();
    expect(carried).toEqual(['Vous dites : ça sent le gaz']);
  });

  test('and whose provider refuses it: the desk sees that it did not arrive, and why', async () => {
    const { bot } = started({ kind: 'refused', why: 'unsubscribed' });
    await bot.accept(sms('sms:1', 'STOP', 'stop'));
    await bot.accept(sms('sms:2', 'ça sent le gaz'));
    await bot.drain();
    expect((await lines()).slice(2)).toEqual([
      'ça sent le gaz',
      'Vous dites : ça sent le gaz (failed)',
      'queued',
      'undelivered',
    ]);
    const told = (await store.entries('sms-1', 0, 100)).at(-1);
    expect(told).toMatchObject({ move: { kind: 'undelivered', reply: 4, why: 'unsubscribed' } });
  });

  test('is answered again once they ask for it', async () => {
    const { bot, carried } = started();
    await bot.accept(sms('sms:1', 'STOP', 'stop'));
    await bot.accept(sms('sms:2', 'START', 'start'));
    await bot.accept(sms('sms:3', 'merci'));
    await bot.drain();
    expect(carried).toEqual(['Vous dites : bonjour', 'Vous dites : merci']);
  });
});

test('"start" is a word like any other for somebody who never asked for silence', async () => {
  const { bot, carried } = started();
  await bot.accept(sms('sms:1', 'yes', 'start'));
  await bot.drain();
  expect(carried).toEqual(['Vous dites : yes']);
});

test('what was written before the wish and not yet answered is not answered after it', async () => {
  const { bot, carried } = started({ kind: 'sent' }, { patience: () => 5_000 });
  const now = handClock().now();
  await bot.accept({ ...sms('sms:1', 'une'), at: now });
  await bot.accept({ ...sms('sms:2', 'STOP', 'stop'), at: now });
  await bot.drain();
  expect(carried).toEqual([]);
  expect(await lines()).toEqual(['une', 'STOP', 'muted']);
});
