import { vi } from 'vitest';

/** Waits until a check holds: at once where it does, and long enough for a machine that is busy with other tests. */
export const eventually = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: 20_000, interval: 25 });
