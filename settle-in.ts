/**
 * For fault tests: how long a send of unknown fate may still turn up, ms, as `SETTLE_MS` says.
 * Undefined unless NODE_ENV is `test`.
 */
export const settleIn = (env: Readonly<Record<string, string | undefined>>): number | undefined => {
  const settle = Number(env['SETTLE_MS'] ?? '');
  return env['NODE_ENV'] === 'test' && settle > 0 ? settle : undefined;
};
