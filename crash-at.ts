import { CRASH_POINTS, type CrashPoint, type Reach } from './bot/index.ts';

/**
 * For fault tests: kills this process with SIGKILL at the n-th time it reaches a point, as `CRASH_AT=point:n` says.
 * Does nothing unless NODE_ENV is `test`.
 */
export const crashAt = (env: Readonly<Record<string, string | undefined>>): Reach => {
  const [name, count] = (env['CRASH_AT'] ?? '').split(':');
  const point = CRASH_POINTS.find((known) => known === name);
  if (env['NODE_ENV'] !== 'test' || point === undefined) return () => undefined;
  return dieAt(point, Number(count ?? 1));
};

const dieAt = (point: CrashPoint, count: number): Reach => {
  let reached = 0;
  return (here) => {
    if (here !== point) return;
    reached += 1;
    if (reached === count) process.kill(process.pid, 'SIGKILL');
  };
};
