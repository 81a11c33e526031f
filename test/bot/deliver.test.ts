import { describe, expect, test } from 'vitest';
import {
  intend,
  judgeSend,
  judgeSettled,
  nextDelivery,
  type OutboxEntry,
  SETTLE,
} from '../../bot/index.ts';

const entry = (by: 'bot' | 'agent', attempts = 0): OutboxEntry => ({
  key: 'sms-1:1',
  seq: 1,
  by,
  reply: { text: 'Bonjour', language: 'fr' },
  attempts,
  state: { kind: 'new', next: 100 },
});

describe('the outbox', () => {
  test('an empty one rests', () => {
    expect(nextDelivery([], 0)).toEqual({ kind: 'rest' });
  });

  test('an entry waits for its time, then is sent', () => {
    expect(nextDelivery([entry('bot')], 99)).toEqual({ kind: 'wait', until: 100 });
    expect(nextDelivery([entry('bot')], 100)).toMatchObject({ kind: 'send' });
  });

  test('an attempt of unknown fate is left to settle before anybody asks', () => {
    const sending = intend(entry('bot'), 200);
    expect(nextDelivery([sending], 201)).toEqual({ kind: 'wait', until: 200 + SETTLE });
    expect(nextDelivery([sending], 200 + SETTLE)).toMatchObject({ kind: 'reconcile' });
  });

  test('only the head is touched, so order holds', () => {
    const later = {
      ...entry('bot'),
      key: 'sms-1:2',
      seq: 2,
      state: { kind: 'new', next: 0 },
    } as const;
    expect(nextDelivery([entry('bot'), later], 50)).toEqual({ kind: 'wait', until: 100 });
  });

  test('what a human silenced is dropped', () => {
    const cancelled = { ...entry('bot'), state: { kind: 'cancelled' } } as const;
    expect(nextDelivery([cancelled], 0)).toMatchObject({ kind: 'drop' });
  });
});

describe('what a channel says', () => {
  test('sent leaves with the id the channel gave', () => {
    const judged = judgeSend(entry('bot', 1), { kind: 'sent', channelId: 'SM1' }, 0);
    expect(judged).toEqual({ kind: 'leave', delivery: 'sent', channelId: 'SM1' });
  });

  test('"later" waits as long as the channel asks, and gives up in the end', () => {
    const judged = judgeSend(entry('bot', 1), { kind: 'later', after: 500 }, 1_000);
    expect(judged).toMatchObject({ kind: 'stay', entry: { state: { kind: 'new', next: 1_500 } } });
    const last = judgeSend(entry('bot', 8), { kind: 'later', after: 500 }, 1_000);
    expect(last).toEqual({ kind: 'leave', delivery: 'failed', why: 'other' });
  });

  test('refused is failed, and says why', () => {
    const judged = judgeSend(entry('agent', 1), { kind: 'refused', why: 'unsubscribed' }, 0);
    expect(judged).toEqual({ kind: 'leave', delivery: 'failed', why: 'unsubscribed' });
  });

  test('without a trace, the bot repeats itself once and an agent decides alone', () => {
    expect(judgeSettled(entry('bot', 1), { kind: 'unknown' }, 7)).toMatchObject({ kind: 'stay' });
    const unconfirmed = { kind: 'leave', delivery: 'unconfirmed' };
    expect(judgeSettled(entry('bot', 2), { kind: 'unknown' }, 7)).toEqual(unconfirmed);
    expect(judgeSettled(entry('agent', 1), { kind: 'unknown' }, 7)).toEqual(unconfirmed);
  });
});
