import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LEARNING, type Shipped, shippedParts } from './shipped.ts';
import { openSmsHouse, PHONE, type SmsHouse } from './sms-house.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let loge: Shipped;
let house: SmsHouse;

beforeAll(async () => {
  loge = await shippedParts();
}, LEARNING);
beforeEach(async () => {
  house = await openSmsHouse(loge);
});
afterEach(() => house.close());

/** Somebody writes, and the call never reaches us. */
const writeUnheard = (body: string) => house.standIn.inboundCall(PHONE, body);

const look = async (): Promise<void> => {
  await house.open.lookForMissed();
  await house.bot.drain();
};

const heard = async () => {
  const [thread] = await house.store.conversationsHeldBy('bot', 1);
  return (await house.store.entries(thread?.id ?? 'none', 0, 100)).flatMap((entry) =>
    entry.kind === 'message' ? [entry.message.text] : [],
  );
};

describe('what people wrote while nobody was here', () => {
  test('is taken at the next look, in order, and answered', async () => {
    await look();
    await writeUnheard('bonjour');
    await writeUnheard('merci');
    await look();
    expect(await heard()).toEqual(['bonjour', 'merci']);
    expect(house.standIn.carried()).toHaveLength(2);
  });

  test('is taken once, even if the call comes after all', async () => {
    await look();
    const call = await writeUnheard('bonjour');
    await look();
    await look();
    expect((await house.post(call)).status).toBe(200);
    expect(await heard()).toEqual(['bonjour']);
    expect(house.standIn.carried()).toHaveLength(1);
  });

  test('is taken after a long outage, by a process that knows nothing of the one before', async () => {
    await look();
    await house.write('bonjour');
    house.pass(2 * DAY);
    await writeUnheard('vous êtes là ?');
    house.pass(4 * DAY);
    await house.sms.open(house.bot).lookForMissed();
    await house.bot.drain();
    expect(await heard()).toEqual(['bonjour', 'vous êtes là ?']);
  });

  test('and before Loge first served the number is not answered', async () => {
    await writeUnheard('pour celui d’avant');
    house.pass(HOUR);
    await look();
    await writeUnheard('pour Loge');
    await look();
    expect(await heard()).toEqual(['pour Loge']);
  });

  test('stays there until the provider can be asked again', async () => {
    await look();
    await house.standIn.close();
    await expect(house.open.lookForMissed()).rejects.toThrow();
    expect(await heard()).toEqual([]);
  });
});
