import { expect, test } from 'vitest';
import type { AuditRow, Correction } from '../../bot/index.ts';
import { NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

const MARKED: Correction = {
  id: 'k1',
  conversation: 'c1',
  seq: 3,
  text: 'ça sent le gaz',
  lang: 'fr',
  intents: ['gas_smell'],
  danger: true,
  by: 'a1',
  at: NINE,
  state: 'pending',
};
const AUDIT: AuditRow = { at: NINE, act: 'corrected', by: 'a1', on: 'c1' };
const approved = (correction: Correction) =>
  ({ ...correction, state: 'approved', decidedBy: 'a2', decidedAt: NINE + 1 }) as const;

/** The promises about what agents say messages meant. */
export const correctionContract = (open: Open): void => {
  test('a message has one correction, the last one, and keeps its place', async () => {
    const store = await open();
    await store.saveCorrection(MARKED, AUDIT);
    await store.saveCorrection({ ...MARKED, id: 'k2', seq: 4 }, AUDIT);
    const again = { ...MARKED, id: 'k3', intents: ['pests'], danger: false };
    await store.saveCorrection(again, AUDIT);
    const pending = await store.corrections('pending', 0, 10);
    expect(pending.map(({ id, place }) => [id, place])).toEqual([
      ['k3', 1],
      ['k2', 2],
    ]);
    expect(await store.correction('k1')).toBeUndefined();
    expect(await store.correction('k3')).toEqual(again);
    expect(await store.corrections('pending', 1, 10)).toHaveLength(1);
  });

  test('of two decisions one counts, and none about what was marked anew meanwhile', async () => {
    const store = await open();
    await store.saveCorrection(MARKED, AUDIT);
    const rejected = { ...approved(MARKED), state: 'rejected' } as const;
    const told = await Promise.all([
      store.decideCorrection(approved(MARKED), { ...AUDIT, act: 'correction_approved' }),
      store.decideCorrection(rejected, { ...AUDIT, act: 'correction_rejected' }),
    ]);
    expect(told).toEqual([true, false]);
    expect(await store.corrections('approved', 0, 10)).toEqual([{ ...approved(MARKED), place: 1 }]);
    const again = { ...MARKED, id: 'k2' };
    await store.saveCorrection(again, AUDIT);
    expect(await store.decideCorrection(approved(MARKED), AUDIT)).toBe(false);
    expect(await store.corrections('approved', 0, 10)).toEqual([]);
    const acts = (await store.audit(undefined, 9)).map(({ act }) => act);
    expect(acts).toEqual(['corrected', 'correction_approved', 'corrected']);
  });
};
