import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChange } from './samples.ts';
import type { Open } from './store-contract.ts';

/** The promises about incidents and their codes. */
export const incidentContract = (open: Open): void => {
  test('an incident is found by its code and by its conversation, and its events in order', async () => {
    const store = await open();
    const [first, second] = [aChange('c1:1', 1), aChange('c1:1', 2)];
    await store.addIncidentChanges([first, second]);
    expect(await store.incidentByCode('BCDFGH')).toEqual(second.incident);
    expect(await store.incidentsOf('c1')).toEqual([second.incident]);
    expect(await store.incidentEvents('c1:1')).toEqual([first.event, second.event]);
  });

  test('what is not there is not found', async () => {
    const store = await open();
    expect(await store.incidentByCode('BCDFGH')).toBeUndefined();
    expect(await store.incidentsOf('c1')).toEqual([]);
    expect(await store.incidentEvents('c1:1')).toEqual([]);
  });

  test('the incidents of a conversation come in the order they were opened', async () => {
    const store = await open();
    await store.addIncidentChanges([aChange('c1:10', 1, 'JKMNPQ'), aChange('c1:9', 1, 'RTVWXZ')]);
    await store.addIncidentChanges([aChange('c2:1', 1, 'BBBBBB')]);
    expect((await store.incidentsOf('c1')).map(({ id }) => id)).toEqual(['c1:9', 'c1:10']);
  });

  test('an older state never replaces a newer one, but its event is kept', async () => {
    const store = await open();
    await store.addIncidentChanges([aChange('c1:1', 3)]);
    await store.addIncidentChanges([aChange('c1:1', 1), aChange('c1:1', 2)]);
    expect(await store.incidentByCode('BCDFGH')).toMatchObject({ events: 3, priority: 'P1' });
    expect((await store.incidentEvents('c1:1')).map(({ id }) => id)).toEqual([
      'c1:1:1',
      'c1:1:2',
      'c1:1:3',
    ]);
  });

  test('two incidents cannot share a code, and nothing of the second is kept', async () => {
    const store = await open();
    await store.addIncidentChanges([aChange('c1:1', 1)]);
    const change = store.addIncidentChanges([aChange('c2:1', 1, 'JKMNPQ'), aChange('c2:2', 1)]);
    await expect(change).rejects.toMatchObject({ code: 'store-refused' });
    expect(await store.incidentsOf('c2')).toEqual([]);
    expect(await store.incidentEvents('c2:1')).toEqual([]);
  });

  test('a code is reserved for good; its key gets it again, and nobody else', async () => {
    const store = await open();
    expect(await store.reserveCode('c1:1', 'BCDFGH')).toBe('BCDFGH');
    expect(await store.reserveCode('c1:1', 'JKMNPQ')).toBe('BCDFGH');
    expect(await store.reserveCode('c2:1', 'BCDFGH')).toBeUndefined();
    expect(await store.reserveCode('c2:1', 'JKMNPQ')).toBe('JKMNPQ');
  });

  test('property: changes told in any order, twice and at once lead to the newest state', async () => {
    const told = fc.array(
      fc.record({ n: fc.integer({ min: 1, max: 6 }), together: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 24,
      },
    );
    await fc.assert(
      fc.asyncProperty(told, async (plan) => {
        const store = await open();
        const calls: Promise<void>[] = [];
        for (const { n, together } of plan) {
          calls.push(store.addIncidentChanges([aChange('c1:1', n)]));
          if (!together) await Promise.all(calls);
        }
        await Promise.all(calls);
        const numbers = [...new Set(plan.map(({ n }) => n))].sort((one, other) => one - other);
        const newest = aChange('c1:1', numbers.at(-1) ?? 0).incident;
        expect(await store.incidentByCode('BCDFGH')).toEqual(newest);
        const events = numbers.map((n) => aChange('c1:1', n).event);
        expect(await store.incidentEvents('c1:1')).toEqual(events);
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  test('property: asked at once, a key has one code and a code one key', async () => {
    const asked = fc.array(fc.record({ key: fc.nat(4), code: fc.nat(4) }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(asked, async (plan) => {
        const store = await open();
        const codeOf = new Map<string, string>();
        const keyOf = new Map<string, string>();
        await Promise.all(
          plan.map(async ({ key, code }) => {
            const given = await store.reserveCode(`c${key}:1`, `CODE${code}`);
            if (given === undefined) return;
            expect(codeOf.get(`c${key}:1`) ?? given).toBe(given);
            expect(keyOf.get(given) ?? `c${key}:1`).toBe(`c${key}:1`);
            codeOf.set(`c${key}:1`, given);
            keyOf.set(given, `c${key}:1`);
          }),
        );
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
};
