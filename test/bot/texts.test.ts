import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Bot,
  type Reach,
  SETTLE,
  type SendResult,
  type Store,
  type Talk,
  type Texting,
} from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { handClock, parrotBot } from './started-bot.ts';
import { ordered, wrote } from './turns.ts';

const TO = '+33639980001';
const MINUTES = 60_000;

/** Sends a code for every message that says "code", the n-th of them. */
const talk: Talk = ({ state, message, language, now }) => {
  const n = state.proofs?.texts ?? 0;
  const asked = message?.text.includes('code') === true;
  return {
    kind: 'said',
    replies: [{ text: 'Bien.', language }],
    state: { ...state, ...(asked ? { proofs: { tries: 0, texts: n + 1 } } : {}) },
    language,
    opened: [],
    ...(asked ? { texts: [{ n, to: TO, language, until: now + 10 * MINUTES }] } : {}),
  };
};

let store: Store;
let clock: ReturnType<typeof handClock>;
let sent: { readonly to: string; readonly body: string; readonly key: string }[];

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  clock = handClock();
  sent = [];
});
afterEach(() => store.close());

/** A carrier that takes every text and says what became of it. */
const texting = (answer: () => Promise<SendResult>): Texting => ({
  carrier: {
    send: (text) => {
      sent.push(text);
      return answer();
    },
  },
  write: ({ n }, conversation) => `code ${n} of ${conversation}`,
});

const start = (answer: () => Promise<SendResult>, reach?: Reach): Bot =>
  parrotBot(store, { talk, clock, texting: texting(answer), ...(reach ? { reach } : {}) });

const say = async (bot: Bot, id: string, text: string): Promise<void> => {
  await bot.accept(wrote(id, text));
  await bot.drain();
};

const left = async () => (await store.conversation('webchat-1'))?.texts ?? [];
const went = async (): Promise<SendResult> => ({ kind: 'sent' });

describe('a code to a telephone', () => {
  test('is sent once, with its key, and nothing of its words is kept', async () => {
    await say(start(went), 'web:1', 'un code');
    expect(sent).toEqual([{ to: TO, body: 'code 0 of webchat-1', key: 'webchat-1:text:0' }]);
    expect(await left()).toEqual([]);
    const kept = JSON.stringify([
      await store.conversation('webchat-1'),
      await store.entries('webchat-1', 0, 100),
    ]);
    expect(kept).not.toContain('code 0 of');
  });

  test('has the words of its own number', async () => {
    const bot = start(went);
    await say(bot, 'web:1', 'un code');
    await say(bot, 'web:2', 'encore un code');
    expect(sent.map(({ key, body }) => [key, body])).toEqual([
      ['webchat-1:text:0', 'code 0 of webchat-1'],
      ['webchat-1:text:1', 'code 1 of webchat-1'],
    ]);
  });

  test('that is refused is dropped', async () => {
    await say(
      start(async () => ({ kind: 'refused', why: 'bad_number' })),
      'web:1',
      'un code',
    );
    expect(sent).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  test('that is told to wait is tried again, the same, until it is of no use', async () => {
    const bot = start(async () => ({ kind: 'later', after: 3 * MINUTES }));
    await say(bot, 'web:1', 'un code');
    for (const [n, minute] of [4, 8, 12, 16].entries()) {
      clock.move(4 * MINUTES);
      await say(bot, `web:later-${minute}-${n}`, 'bonjour');
    }
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ body, key }) => `${body} ${key}`)).size).toBe(1);
    expect(await left()).toEqual([]);
  });

  test('of unknown fate is sent once more after a minute, the same, and then left', async () => {
    const bot = start(() => Promise.reject(new Error('the line was cut')));
    await say(bot, 'web:1', 'un code');
    for (const n of [1, 2, 3]) {
      clock.move(SETTLE);
      await say(bot, `web:again-${n}`, 'bonjour');
    }
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ body, key }) => `${body} ${key}`)).size).toBe(1);
    expect(await left()).toEqual([]);
  });

  test('is sent also while an agent holds the conversation', async () => {
    const bot = start(async () =>
      sent.length > 1 ? { kind: 'sent' } : { kind: 'later', after: 1 },
    );
    await say(bot, 'web:1', 'un code');
    await bot.accept(ordered('desk:1', { type: 'take' }));
    await bot.drain();
    clock.move(2);
    await say(bot, 'web:2', 'bonjour');
    expect(sent).toHaveLength(2);
    expect(await left()).toEqual([]);
  });

  test('is not sent where nothing can be sent', async () => {
    const bot = parrotBot(store, { talk, clock });
    await say(bot, 'web:1', 'un code');
    expect(await left()).toEqual([]);
  });
});

describe('a crash around a send', () => {
  const dying = (point: 'before-send' | 'after-send'): Reach => {
    let dead = false;
    return (at) => {
      if (at !== point || dead) return;
      dead = true;
      throw new Error(`died ${point}`);
    };
  };

  test.each(['before-send', 'after-send'] as const)(
    '%s never sends two different codes, and not more than twice',
    async (point) => {
      const first = start(went, dying(point));
      await say(first, 'web:1', 'un code');
      const second = start(went);
      for (const n of [1, 2, 3]) {
        clock.move(SETTLE);
        await say(second, `web:again-${n}`, 'bonjour');
      }
      expect(sent.length).toBeGreaterThanOrEqual(1);
      expect(sent.length).toBeLessThanOrEqual(2);
      expect(new Set(sent.map(({ body, key }) => `${body} ${key}`)).size).toBe(1);
      expect(await left()).toEqual([]);
    },
  );
});
