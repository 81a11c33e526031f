import { expect, test } from 'vitest';
import { NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

const HOUR = 3_600_000;

/** The promises about counting tries. */
export const limitContract = (open: Open): void => {
  test('each try is told how many came before it under its key', async () => {
    const store = await open();
    const tryOnce = (key: string, id: string) =>
      store.countTry({ key, id, at: NINE, window: HOUR });
    expect(await tryOnce('lease:1', 'a')).toBe(0);
    expect(await tryOnce('lease:1', 'b')).toBe(1);
    expect(await tryOnce('lease:2', 'c')).toBe(0);
    expect(await tryOnce('lease:1', 'd')).toBe(2);
  });

  test('a try that is told twice counts once and hears the same, whatever came since', async () => {
    const store = await open();
    const attempt = { key: 'lease:1', id: 'a', at: NINE, window: HOUR };
    expect(await store.countTry({ ...attempt, id: 'before' })).toBe(0);
    expect(await store.countTry(attempt)).toBe(1);
    expect(await store.countTry({ ...attempt, id: 'after' })).toBe(2);
    expect(await store.countTry({ ...attempt, at: NINE + HOUR / 2 })).toBe(1);
    expect(await store.countTry({ ...attempt, id: 'last' })).toBe(3);
  });

  test('tries at the same moment are all counted', async () => {
    const store = await open();
    const counts = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store.countTry({ key: 'lease:1', id: `t${n}`, at: NINE, window: HOUR }),
      ),
    );
    expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('a try leaves its window, and is forgotten', async () => {
    const store = await open();
    const attempt = { key: 'lease:1', window: HOUR };
    await store.countTry({ ...attempt, id: 'a', at: NINE });
    expect(await store.countTry({ ...attempt, id: 'b', at: NINE + HOUR })).toBe(0);
    expect(await store.countTry({ ...attempt, id: 'c', at: NINE + HOUR + 1 })).toBe(1);
    expect(await store.countTry({ ...attempt, id: 'a', at: NINE + 100 * HOUR })).toBe(0);
  });

  test('a key that is tried without end keeps a hundred tries', async () => {
    const store = await open();
    for (let n = 0; n < 105; n += 1) {
      const told = await store.countTry({ key: 'k', id: `t${n}`, at: NINE + n, window: HOUR });
      expect(told).toBe(Math.min(n, 100));
    }
  });
};
