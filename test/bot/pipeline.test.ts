import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandRow, Inbound, OutboxEntry, SendResult, Store } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { handClock, parrotBot } from './started-bot.ts';
import { KARIM, plainNotice, SOPHIE, wrote } from './turns.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

const texts = async (conversation = 'webchat-1') =>
  (await store.entries(conversation, 0, 1_000)).flatMap((entry) => {
    if (entry.kind === 'message') return [entry.message.text];
    return entry.kind === 'reply' ? [entry.reply.text] : [];
  });

const take = (id: string, agent = SOPHIE): CommandRow => ({
  ...wrote(id, ''),
  content: { kind: 'command', command: { type: 'take' }, agent },
});

describe('a message', () => {
  test('told twice at once is one message with one answer', async () => {
    const bot = parrotBot(store);
    await Promise.all([1, 2, 3, 4, 5].map(() => bot.accept(wrote('web:1', 'bonjour'))));
    await bot.drain();
    expect(await texts()).toEqual(['bonjour', 'Vous dites : bonjour']);
  });

  test('is on disk when it is acknowledged, even if nobody works on it any more', async () => {
    const dead = parrotBot({ ...store, claim: () => new Promise(() => undefined) });
    await dead.accept(wrote('web:1', 'bonjour'));
    const next = parrotBot(store);
    next.start();
    await expect.poll(() => texts()).toEqual(['bonjour', 'Vous dites : bonjour']);
    await next.drain();
  });

  test('keeps its place among many', async () => {
    const bot = parrotBot(store);
    const many = Array.from({ length: 60 }, (_, n) => `m${n}`);
    for (const id of many) await bot.accept(wrote(`web:${id}`, id));
    await bot.drain();
    expect(await texts()).toEqual(many.flatMap((id) => [id, `Vous dites : ${id}`]));
  });

  test('that could not be kept is not acknowledged', async () => {
    const full = { ...store, addInbound: () => Promise.reject(new Error('disk full')) };
    await expect(parrotBot(full).accept(wrote('web:1', 'bonjour'))).rejects.toThrow('disk full');
  });

  test('#14 the bot is down and the customer in limbo (chatwoot PR#12379): what it cannot digest is kept and a human is called', async () => {
    const bot = parrotBot(store, {
      talk: () => {
        throw new Error('planted');
      },
    });
    await bot.accept(wrote('web:1', 'bonjour'));
    await bot.drain();
    expect(await texts()).toEqual(['bonjour', plainNotice('bot_error', 'fr', {}).text]);
    const after = await store.conversation('webchat-1');
    expect(after?.holder).toMatchObject({ kind: 'queue', reason: 'bot_error' });
  });
});

describe('an agent’s command', () => {
  test('has one winner among fifty', async () => {
    const bot = parrotBot(store);
    const takes = Array.from({ length: 50 }, (_, n) =>
      bot.command(take(`desk:${n}`, { id: `agent-${n}`, name: 'Agent' })),
    );
    const results = await Promise.all(takes);
    await bot.drain();
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'lost')).toHaveLength(49);
  });

  test('told again gives the same answer and does nothing more', async () => {
    const bot = parrotBot(store);
    const first = await bot.command(take('desk:1'));
    expect(await bot.command(take('desk:2', KARIM))).toMatchObject({ kind: 'lost' });
    expect(await bot.command(take('desk:1'))).toEqual(first);
    await bot.drain();
    expect(await texts()).toEqual(['agent_joined Sophie']);
  });
});

describe('a channel that must be called', () => {
  const sms = (id: string, text: string): Inbound => ({
    ...wrote(id, text),
    conversation: 'sms-1',
    channel: 'sms',
  });

  /** A provider that answers as told and remembers what it really carried. */
  const provider = (answers: readonly SendResult[], lookUp?: () => SendResult) => {
    const carried: string[] = [];
    let call = 0;
    return {
      carried,
      deliver: async ({ reply }: OutboxEntry): Promise<SendResult> => {
        const answer = answers[Math.min(call, answers.length - 1)] ?? { kind: 'unknown' };
        call += 1;
        if (answer.kind === 'sent') carried.push(reply.text);
        return answer;
      },
      ...(lookUp === undefined ? {} : { lookUp: async () => lookUp() }),
    };
  };

  const deliveries = async () =>
    (await store.entries('sms-1', 0, 100)).flatMap((entry) =>
      entry.kind === 'reply' ? [entry.delivery] : [],
    );

  test('carries a reply once and remembers that it was sent', async () => {
    const carrier = provider([{ kind: 'sent', channelId: 'SM1' }]);
    const bot = parrotBot(store, { sms: carrier });
    await bot.accept(sms('sms:1', 'bonjour'));
    await bot.drain();
    expect(carrier.carried).toEqual(['Vous dites : bonjour']);
    expect(await deliveries()).toEqual(['sent']);
  });

  test('is asked again when it says "later"', async () => {
    const clock = handClock();
    const carrier = provider([{ kind: 'later', after: 2_000 }, { kind: 'sent' }]);
    const bot = parrotBot(store, { sms: carrier, clock });
    bot.start();
    await bot.accept(sms('sms:1', 'bonjour'));
    await expect
      .poll(() => {
        clock.move(1_000);
        return carrier.carried.length;
      })
      .toBe(1);
    await bot.drain();
    expect(await deliveries()).toEqual(['sent']);
  });

  test('is looked up, not called again, when a send has no known fate', async () => {
    const clock = handClock();
    const carrier = provider([{ kind: 'unknown' }], () => ({ kind: 'sent', channelId: 'SM1' }));
    const bot = parrotBot(store, { sms: carrier, clock });
    bot.start();
    await bot.accept(sms('sms:1', 'bonjour'));
    await expect
      .poll(() => {
        clock.move(5_000);
        return deliveries();
      })
      .toEqual(['sent']);
    await bot.drain();
    expect(carrier.carried).toEqual([]);
  });

  test('carries nothing of the bot after a human took over', async () => {
    const clock = handClock();
    const carrier = provider([{ kind: 'later', after: 60_000 }, { kind: 'sent' }]);
    const bot = parrotBot(store, { sms: carrier, clock });
    bot.start();
    await bot.accept(sms('sms:1', 'bonjour'));
    await bot.command({ ...take('desk:1'), conversation: 'sms-1', channel: 'sms' });
    await expect
      .poll(() => {
        clock.move(5_000);
        return deliveries();
      })
      .toEqual(['cancelled', 'sent']);
    await bot.drain();
    expect(carrier.carried).toEqual(['agent_joined Sophie']);
  });
});
