import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PostedCall } from '../sms-stand-in.ts';
import { twilioStandIn } from '../twilio-stand-in.ts';
import { LEARNING, type Shipped, shippedParts } from './shipped.ts';
import { OURS, openSmsHouse, PHONE, type SmsHouse } from './sms-house.ts';

let loge: Shipped;
let house: SmsHouse;

beforeAll(async () => {
  loge = await shippedParts();
}, LEARNING);
beforeEach(async () => {
  house = await openSmsHouse(loge);
});
afterEach(() => house.close());

const threads = async () => [
  ...(await house.store.conversationsHeldBy('bot', 10)),
  ...(await house.store.conversationsHeldBy('queue', 10)),
];

const entries = async () => {
  const [thread] = await threads();
  return house.store.entries(thread?.id ?? 'none', 0, 100);
};

const heard = async () =>
  (await entries()).flatMap((entry) => (entry.kind === 'message' ? [entry.message.text] : []));

const deliveries = async () =>
  (await entries()).flatMap((entry) => (entry.kind === 'reply' ? [entry.delivery] : []));

/** A call of somebody who has the token, with fields as they please. */
const signed = async (fields: Record<string, string>, to: string = OURS.number) => {
  const forger = await twilioStandIn({
    ...OURS,
    number: to,
    publicUrl: 'https://loge.example.fr',
    fields,
  });
  const call = await forger.inboundCall(PHONE, fields['Body'] ?? 'bonjour');
  await forger.close();
  return call;
};

describe('a text', () => {
  test('is answered with nothing, in the form Twilio expects', async () => {
    const response = await house.post(await house.standIn.inboundCall(PHONE, 'bonjour'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('told twice, at once and later, is one text with one answer', async () => {
    const call = await house.standIn.inboundCall(PHONE, 'bonjour');
    await Promise.all([house.post(call), house.post(call)]);
    await house.post(call);
    expect(await heard()).toEqual(['bonjour']);
    expect(house.standIn.carried()).toHaveLength(1);
  });

  test('that cannot be kept is not acknowledged, and is taken when it is told again', async () => {
    const call = await house.standIn.inboundCall(PHONE, 'bonjour');
    const full = { ...house.store, addInbound: () => Promise.reject(new Error('disk full')) };
    const broken = await openSmsHouse(loge, { store: { ...full, close: async () => undefined } });
    expect((await broken.post(call)).status).toBe(500);
    await broken.close();
    expect((await house.post(call)).status).toBe(200);
    expect(await heard()).toEqual(['bonjour']);
  });

  test('of each phone is a conversation of its own, and its number is in no name and no log', async () => {
    await house.write('bonjour');
    await house.write('bonjour', '+33639980043');
    await house.write('merci');
    const all = await threads();
    expect(all).toHaveLength(2);
    expect(all.map(({ id }) => id).join()).not.toMatch(/3998/);
    expect(house.logged.length).toBeGreaterThan(0);
    expect(house.logged.join('\n')).not.toMatch(/639980|0042|0043/);
  });

  test('without words is heard, and something is said', async () => {
    expect(await house.write('')).toHaveLength(1);
    expect(await house.write('   ')).toHaveLength(1);
  });

  test('with a picture that Twilio keeps is heard as it is', async () => {
    const call = await signed({
      Body: '',
      NumMedia: '1',
      MediaUrl0: 'https://api.twilio.com/x',
      MediaContentType0: 'image/jpeg',
    });
    expect((await house.post(call)).status).toBe(200);
    expect(house.standIn.carried()).toHaveLength(1);
  });
});

describe('is refused', () => {
  const status = async (call: PostedCall) => (await house.post(call)).status;

  afterEach(async () => {
    expect(await threads()).toEqual([]);
    expect(house.standIn.carried()).toEqual([]);
  });

  test('a call with another signature, or none', async () => {
    const call = await house.standIn.inboundCall(PHONE, 'bonjour');
    expect(await status({ ...call, body: `${call.body}&x=1` })).toBe(403);
    expect(await status({ ...call, headers: {} })).toBe(403);
    const forged = { ...call.headers, 'x-twilio-signature': 'aaaa' };
    expect(await status({ ...call, headers: forged })).toBe(403);
    const host = { ...call.headers, 'x-forwarded-host': 'loge.example.fr' };
    expect(await status({ ...call, path: '/api/twilio/sms?x=1', headers: host })).toBe(403);
  });

  test('a call that misses what a text has', async () => {
    for (const field of ['MessageSid', 'From', 'To']) {
      expect(await status(await signed({ [field]: '' }))).toBe(400);
    }
    expect(await status(await signed({ MessageSid: 'SM1' }))).toBe(400);
    expect(await status(await signed({ From: 'LANDLORD' }))).toBe(400);
  });

  test('a text to a number that is not ours', async () => {
    expect(await status(await signed({}, '+33939989999'))).toBe(400);
  });

  test('a call that is far too large, before anything is checked', async () => {
    const call = await house.standIn.inboundCall(PHONE, 'x'.repeat(70_000));
    expect(await status(call)).toBe(413);
  });

  test('an address that does not exist, and another method', async () => {
    const get = await fetch(`${house.url}/api/twilio/sms`);
    expect(get.status).toBe(404);
    const call = await house.standIn.inboundCall(PHONE, 'bonjour');
    expect(await status({ ...call, path: '/api/twilio/other' })).toBe(404);
  });
});

describe('what becomes of a text', () => {
  const told = async (...steps: readonly ('sent' | 'delivered' | 'unreachable')[]) => {
    const [text] = await house.write('bonjour');
    for (const step of steps) {
      const response = await house.post(house.standIn.statusCall(text?.id ?? '', step));
      expect(response.status).toBe(204);
    }
    return deliveries();
  };

  test.each([
    [['sent', 'delivered'], 'delivered'],
    [['delivered', 'sent'], 'delivered'],
    [['delivered', 'delivered', 'unreachable'], 'delivered'],
    [['unreachable', 'delivered'], 'failed'],
    [['sent', 'sent'], 'sent'],
  ] as const)('%j is %s', async (steps, delivery) => {
    expect(await told(...steps)).toEqual([delivery]);
  });

  test('and did not arrive is told to the desk, once, with the reason', async () => {
    await told('unreachable', 'unreachable');
    const moves = (await entries()).flatMap((entry) => (entry.kind === 'move' ? [entry.move] : []));
    expect(moves).toEqual([{ kind: 'undelivered', reply: 2, why: 'unreachable' }]);
  });

  test('is not believed without a signature', async () => {
    const [text] = await house.write('bonjour');
    const call = house.standIn.statusCall(text?.id ?? '', 'delivered');
    expect((await house.post({ ...call, path: `${call.path}1` })).status).toBe(403);
    expect(await deliveries()).toEqual(['sent']);
  });
});
