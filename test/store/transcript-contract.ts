import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delivery, Store } from '../../bot/index.ts';
import { anEntry } from './samples.ts';
import type { Open } from './store-contract.ts';

const DELIVERIES = [
  'stored',
  'sent',
  'delivered',
  'failed',
  'unconfirmed',
  'cancelled',
] as const satisfies readonly Delivery[];

const FINAL: readonly Delivery[] = ['delivered', 'failed', 'cancelled'];

const deliveryOf = async (store: Store): Promise<Delivery | undefined> =>
  (await store.entries('c1', 0, 1))[0]?.delivery;

const seqsOf = async (store: Store, after: number, limit: number): Promise<readonly number[]> =>
  (await store.entries('c1', after, limit)).map(({ seq }) => seq);

/** The promises about lines and how far they got. */
export const transcriptContract = (open: Open): void => {
  test('an entry comes back as it was given, with its conversation and delivery', async () => {
    const store = await open();
    await store.addEntries('c1', [anEntry(1, 'Ça va ? 💧')], 'sent');
    expect(await store.entries('c1', 0, 10)).toEqual([
      { ...anEntry(1, 'Ça va ? 💧'), conversation: 'c1', delivery: 'sent' },
    ]);
  });

  test('entries come in order, after a number, at most as many as asked, of one conversation', async () => {
    const store = await open();
    await store.addEntries('c1', [anEntry(9), anEntry(10), anEntry(11)], 'stored');
    await store.addEntries('c2', [anEntry(1)], 'stored');
    await store.addEntries('c1', [anEntry(8)], 'stored');
    expect(await seqsOf(store, 0, 10)).toEqual([8, 9, 10, 11]);
    expect(await seqsOf(store, 9, 10)).toEqual([10, 11]);
    expect(await seqsOf(store, 8, 2)).toEqual([9, 10]);
    expect(await seqsOf(store, 11, 10)).toEqual([]);
  });

  test('no question is answered with more than a thousand lines', async () => {
    const store = await open();
    const lines = Array.from({ length: 1_001 }, (_, n) => anEntry(n + 1));
    await store.addEntries('c1', lines, 'sent');
    expect(await store.entries('c1', 0, 5_000)).toHaveLength(1_000);
  });

  test('an entry that is already there stays as it is, with its delivery', async () => {
    const store = await open();
    await store.addEntries('c1', [anEntry(1, 'première')], 'stored');
    await store.setDelivery({ conversation: 'c1', seq: 1, delivery: 'delivered' });
    await store.addEntries('c1', [anEntry(1, 'seconde'), anEntry(2)], 'stored');
    const [first, second] = await store.entries('c1', 0, 10);
    expect(first).toMatchObject({ reply: { text: 'première' }, delivery: 'delivered' });
    expect(second).toMatchObject({ seq: 2, delivery: 'stored' });
  });

  test('the delivery of an entry that is not there is nothing', async () => {
    const store = await open();
    await store.setDelivery({ conversation: 'c1', seq: 1, delivery: 'sent' });
    expect(await store.entries('c1', 0, 10)).toEqual([]);
  });

  test('a text of unknown fate can still turn out to have been sent', async () => {
    const store = await open();
    await store.addEntries('c1', [anEntry(1)], 'stored');
    for (const delivery of ['unconfirmed', 'sent', 'delivered'] as const) {
      await store.setDelivery({ conversation: 'c1', seq: 1, delivery, channelId: 'SM1' });
      expect(await deliveryOf(store)).toBe(delivery);
    }
  });

  test('what was sent cannot be cancelled any more', async () => {
    const store = await open();
    await store.addEntries('c1', [anEntry(1)], 'sent');
    await store.setDelivery({ conversation: 'c1', seq: 1, delivery: 'cancelled' });
    expect(await deliveryOf(store)).toBe('sent');
  });

  test('property: a delivery never goes back to stored, leaves a final one, or turns in circles', async () => {
    const told = fc.array(fc.constantFrom(...DELIVERIES), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(told, async (deliveries) => {
        const store = await open();
        await store.addEntries('c1', [anEntry(1)], 'stored');
        const seen: (Delivery | undefined)[] = ['stored'];
        for (const delivery of deliveries) {
          await store.setDelivery({ conversation: 'c1', seq: 1, delivery });
          const now = await deliveryOf(store);
          if (now !== seen.at(-1)) seen.push(now);
        }
        expect(new Set(seen).size).toBe(seen.length);
        const final = seen.findIndex((one) => one !== undefined && FINAL.includes(one));
        expect([-1, seen.length - 1]).toContain(final);
        expect(final !== -1).toBe(settles(deliveries));
        await store.close();
      }),
      { numRuns: 60 },
    );
  });

  test('property: lines projected in pieces, twice and at once are there once, dense and in order', async () => {
    const pieces = fc.array(
      fc.record({ from: fc.nat(12), to: fc.nat(12), together: fc.boolean() }),
      {
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (plan) => {
        const store = await open();
        const calls: Promise<void>[] = [];
        for (const { from, to, together } of [...plan, { from: 0, to: 12, together: false }]) {
          const lines = Array.from({ length: Math.max(0, to - from) }, (_, n) =>
            anEntry(from + n + 1),
          );
          calls.push(store.addEntries('c1', lines, 'sent'));
          if (!together) await Promise.all(calls);
        }
        const kept = await store.entries('c1', 0, 100);
        expect(kept).toEqual(
          Array.from({ length: 12 }, (_, n) => ({
            ...anEntry(n + 1),
            conversation: 'c1',
            delivery: 'sent',
          })),
        );
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
};

/** Whether one of the deliveries must have ended the story: only a cancel after a send does not. */
const settles = (deliveries: readonly Delivery[]): boolean =>
  deliveries.some((one) => one === 'delivered' || one === 'failed') ||
  deliveries.find((one) => one !== 'stored') === 'cancelled';
