import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Address, OutboxEntry, Reply } from '../../bot/index.ts';
import { createTexts } from '../../channels/index.ts';
import type { Fate } from '../sms-stand-in.ts';
import { LEARNING, type Shipped, shippedParts } from './shipped.ts';
import { OURS, openSmsHouse, PHONE, type SmsHouse } from './sms-house.ts';

let loge: Shipped;
let house: SmsHouse;

beforeAll(async () => {
  loge = await shippedParts();
}, LEARNING);
afterEach(() => house.close());

const TO: Address = { channel: 'sms', external: OURS.number, person: { id: PHONE } };

const entry = (text: string, more: Partial<OutboxEntry> & { reply?: Reply } = {}): OutboxEntry => ({
  key: 'sms:abc:1',
  seq: 1,
  by: 'bot',
  reply: { text, language: 'fr' },
  attempts: 1,
  state: { kind: 'sending', since: 0 },
  ...more,
});

const open = async (...fates: readonly Fate[]): Promise<SmsHouse> => {
  house = await openSmsHouse(loge, { fate: (n) => fates[n] ?? 'taken' });
  return house;
};

const bodies = () => house.standIn.carried().map(({ body }) => body);

describe('a reply', () => {
  test('is sent once, and again only when the provider does not have it', async () => {
    const { send } = (await open('taken-500', 'taken')).sms;
    expect(await send.deliver(entry('Bonjour'), TO)).toEqual({ kind: 'unknown' });
    const again = await send.deliver(entry('Bonjour', { attempts: 2 }), TO);
    expect(again).toMatchObject({ kind: 'sent', channelId: expect.stringMatching(/^SM/) });
    expect(bodies()).toEqual(['Bonjour']);
  });

  test('of unknown fate is found by looking it up', async () => {
    const { send } = (await open('taken-silence')).sms;
    await expect(send.deliver(entry('Bonjour'), TO)).rejects.toThrow();
    expect(await send.lookUp?.(entry('Bonjour'), TO)).toMatchObject({ kind: 'sent' });
  });

  test('that the provider never had is known not to be there', async () => {
    const { send } = (await open('down')).sms;
    expect(await send.deliver(entry('Bonjour'), TO)).toEqual({ kind: 'unknown' });
    expect(await send.lookUp?.(entry('Bonjour'), TO)).toEqual({ kind: 'later', after: 0 });
  });

  test('with the words of an earlier one is not taken for it', async () => {
    const { send } = (await open('taken', 'down')).sms;
    const first = entry('D’accord.');
    const second = entry('D’accord.', { key: 'sms:abc:2', seq: 2 });
    await send.deliver(first, TO);
    await send.deliver(second, TO);
    expect(await send.lookUp?.(second, TO)).toEqual({ kind: 'later', after: 0 });
    expect(await send.lookUp?.(first, TO)).toMatchObject({ kind: 'sent' });
  });

  test('waits longer each time it is refused for now', async () => {
    const { send } = (await open('throttled', 'throttled', 'throttled')).sms;
    const pause = async (attempts: number) => {
      const result = await send.deliver(entry('Bonjour', { attempts }), TO);
      return result.kind === 'later' ? result.after : undefined;
    };
    expect([await pause(1), await pause(2), await pause(8)]).toEqual([2_000, 8_000, 1_200_000]);
  });

  test('is neither lost nor sent twice while the provider cannot be asked', async () => {
    const { send } = (await open('taken-500')).sms;
    await send.deliver(entry('Bonjour'), TO);
    await house.standIn.close();
    expect(await send.lookUp?.(entry('Bonjour'), TO)).toEqual({ kind: 'later', after: 2_000 });
    const again = await send.deliver(entry('Bonjour', { attempts: 3 }), TO);
    expect(again).toEqual({ kind: 'later', after: 32_000 });
  });

  test('that is long goes in parts, in order, and goes on where it stopped', async () => {
    const { send } = (await open('taken', 'taken-500')).sms;
    const text = ['un', 'deux', 'trois'].map((word) => `${word} `.repeat(50).trim()).join('\n');
    expect(await send.deliver(entry(text), TO)).toEqual({ kind: 'unknown' });
    expect(bodies()).toHaveLength(2);
    expect(await send.lookUp?.(entry(text), TO)).toEqual({ kind: 'later', after: 0 });
    expect(await send.deliver(entry(text, { attempts: 2 }), TO)).toMatchObject({ kind: 'sent' });
    expect(bodies().join('\n')).toBe(text);
    expect(bodies().length).toBeGreaterThan(2);
  });

  test('says why it was refused for good', async () => {
    const { send } = (await open('unsubscribed', 'bad-number')).sms;
    const refused = (why: string) => ({ kind: 'refused', why });
    expect(await send.deliver(entry('a'), TO)).toEqual(refused('unsubscribed'));
    expect(await send.deliver(entry('b'), TO)).toEqual(refused('bad_number'));
  });
});

describe('the pace of a number', () => {
  const paced = async () => {
    house = await openSmsHouse(loge, { perSecond: 0.1 });
    const { send } = house.sms;
    return (n: number, safety?: string) => {
      const reply: Reply = { text: `m${n}`, language: 'fr', ...(safety ? { safety } : {}) };
      return send.deliver(entry('', { key: `sms:abc:${n}`, reply }), TO);
    };
  };

  test('is kept: each text is told when its turn comes, and goes then', async () => {
    const deliver = await paced();
    expect(await deliver(1)).toMatchObject({ kind: 'sent' });
    expect(await deliver(2)).toEqual({ kind: 'later', after: 10_000 });
    expect(await deliver(3)).toEqual({ kind: 'later', after: 20_000 });
    house.pass(10_000);
    expect(await deliver(3)).toEqual({ kind: 'later', after: 10_000 });
    expect(await deliver(2)).toMatchObject({ kind: 'sent' });
    house.pass(10_000);
    expect(await deliver(3)).toMatchObject({ kind: 'sent' });
    expect(bodies()).toEqual(['m1', 'm2', 'm3']);
  });

  test('is nothing to a text that keeps somebody safe', async () => {
    const deliver = await paced();
    for (const n of [1, 2, 3]) expect(await deliver(n, 'gas')).toMatchObject({ kind: 'sent' });
  });
});

describe('a text of another part', () => {
  test('such as a code goes out in plain letters, and a lost answer is an unknown fate', async () => {
    await open('taken', 'taken-500', 'taken-silence');
    const { texts } = house.sms;
    const text = { to: PHONE, body: 'Votre code\u00a0: 123 456', key: 'code:1' };
    expect(await texts.send(text)).toMatchObject({ kind: 'sent' });
    expect(bodies()).toEqual(['Votre code : 123 456']);
    expect(await texts.send({ ...text, key: 'code:2' })).toEqual({ kind: 'unknown' });
    expect(await texts.send({ ...text, key: 'code:3' })).toEqual({ kind: 'unknown' });
  });

  test('needs nothing but a provider', async () => {
    await open();
    const texts = createTexts({ send: async ({ key }) => ({ kind: 'sent', channelId: key }) });
    const sent = await texts.send({ to: PHONE, body: 'x', key: 'code:1' });
    expect(sent).toEqual({ kind: 'sent', channelId: 'code:1' });
  });
});
