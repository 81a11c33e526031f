import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../bot/index.ts';
import { anInbound, heldBy, NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

/** The promises about rows that came in. */
export const inboundContract = (open: Open): void => {
  test('a row comes back exactly as it was given', async () => {
    const store = await open();
    const row = anInbound('web:1');
    expect(await store.addInbound(row)).toBe('added');
    expect(await store.newInbound('c1', 10)).toEqual([row]);
  });

  test('the second row with an id is known, and the first one stays', async () => {
    const store = await open();
    const first = anInbound('web:1');
    await store.addInbound(first);
    expect(await store.addInbound({ ...first, person: { id: 'other' } })).toBe('known');
    expect(await store.addInbound(anInbound('web:1', 'c2'))).toBe('known');
    expect(await store.newInbound('c1', 10)).toEqual([first]);
    expect(await store.newInbound('c2', 10)).toEqual([]);
  });

  test('of many equal rows at once exactly one is added', async () => {
    const store = await open();
    const told = await Promise.all(
      Array.from({ length: 20 }, () => store.addInbound(anInbound('web:1'))),
    );
    expect(told.filter((fate) => fate === 'added')).toHaveLength(1);
  });

  test('rows come in the order they were added, whatever their time, at most as many as asked', async () => {
    const store = await open();
    for (const [n, id] of ['web:c', 'web:a', 'web:b'].entries()) {
      await store.addInbound(anInbound(id, 'c1', NINE - n));
    }
    const idsOf = async (limit: number) =>
      (await store.newInbound('c1', limit)).map(({ id }) => id);
    expect(await idsOf(10)).toEqual(['web:c', 'web:a', 'web:b']);
    expect(await idsOf(2)).toEqual(['web:c', 'web:a']);
    expect(await idsOf(0)).toEqual([]);
  });

  test('a row is absent, then waiting, then done with its result', async () => {
    const store = await open();
    expect(await store.inboundFate('desk:1')).toEqual({ kind: 'absent' });
    await store.addInbound(anInbound('desk:1'));
    expect(await store.inboundFate('desk:1')).toEqual({ kind: 'waiting' });
    const result = { kind: 'done', rev: 7, holder: heldBy('agent') } as const;
    await store.finishInbound([{ id: 'desk:1', result }], NINE);
    expect(await store.inboundFate('desk:1')).toEqual({ kind: 'done', result });
    expect(await store.newInbound('c1', 10)).toEqual([]);
  });

  test('a row without result is done without one', async () => {
    const store = await open();
    await store.addInbound(anInbound('web:1'));
    await store.finishInbound([{ id: 'web:1' }], NINE);
    expect(await store.inboundFate('web:1')).toEqual({ kind: 'done' });
  });

  test('finishing again changes nothing, and a row that is not there is passed over', async () => {
    const store = await open();
    const result = { kind: 'lost', holder: heldBy('closed') } as const;
    await store.addInbound(anInbound('desk:1'));
    await store.addInbound(anInbound('desk:2'));
    await store.finishInbound([{ id: 'desk:1', result }], NINE);
    await store.finishInbound([{ id: 'desk:1' }, { id: 'nowhere' }, { id: 'desk:2' }], NINE + 1);
    expect(await store.inboundFate('desk:1')).toEqual({ kind: 'done', result });
    expect(await store.inboundFate('nowhere')).toEqual({ kind: 'absent' });
    expect(await store.inboundFate('desk:2')).toEqual({ kind: 'done' });
  });

  test('a row that is done and comes again is still known and still done', async () => {
    const store = await open();
    await store.addInbound(anInbound('web:1'));
    await store.finishInbound([{ id: 'web:1' }], NINE);
    expect(await store.addInbound(anInbound('web:1'))).toBe('known');
    expect(await store.newInbound('c1', 10)).toEqual([]);
  });

  test('an id that could not be told from another is refused, and its neighbours are kept', async () => {
    const store = await open();
    const bad = ['web:\ud800', 'web:\u0000', '', `web:${'x'.repeat(2_000)}`];
    const told = await Promise.allSettled([
      store.addInbound(anInbound('web:1')),
      ...bad.map((id) => store.addInbound(anInbound(id))),
      store.addInbound(anInbound('web:2')),
    ]);
    expect(told.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...bad.map(() => 'rejected'),
      'fulfilled',
    ]);
    await expect(store.addInbound(anInbound(''))).rejects.toMatchObject({ code: 'store-refused' });
    expect((await store.newInbound('c1', 10)).map(({ id }) => id)).toEqual(['web:1', 'web:2']);
  });

  test('property: whatever comes twice and whatever is finished, the rest waits in its first order', async () => {
    const step = fc.record({
      id: fc.constantFrom('web:1', 'web:2', 'web:3', 'web:4'),
      finish: fc.boolean(),
      together: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (plan) => {
        const store = await open();
        await tell(store, plan);
        const waiting = (await store.newInbound('c1', 100)).map(({ id }) => id);
        expect(waiting).toEqual(cameIn(plan).filter((id) => !isFinished(plan, id)));
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
};

type Step = { readonly id: string; readonly finish: boolean; readonly together: boolean };

const tell = async (store: Store, plan: readonly Step[]): Promise<void> => {
  const running: Promise<unknown>[] = [];
  for (const { id, finish, together } of plan) {
    running.push(finish ? store.finishInbound([{ id }], NINE) : store.addInbound(anInbound(id)));
    if (!together) await Promise.all(running);
  }
  await Promise.all(running);
};

const cameIn = (plan: readonly Step[]): readonly string[] => [
  ...new Set(plan.filter(({ finish }) => !finish).map(({ id }) => id)),
];

/** A row is done when it was finished after it had come in. */
const isFinished = (plan: readonly Step[], id: string): boolean => {
  const mine = plan.filter((step) => step.id === id);
  return mine.slice(mine.findIndex(({ finish }) => !finish)).some(({ finish }) => finish);
};
