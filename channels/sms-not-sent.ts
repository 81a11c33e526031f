/** Calls that never left this machine, or were not listened to: they can be made again. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whether a call failed before the other side can have heard it. */
export const wasNotSent = (cause: unknown): boolean => {
  const code = codeOf(cause) ?? codeOf(cause instanceof Error ? cause.cause : undefined);
  return code !== undefined && NOT_SENT.includes(code);
};

const codeOf = (cause: unknown): string | undefined =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;

/** What a failure is called in a log; its own words may hold a number. */
export const failureName = (cause: unknown): string =>
  [cause instanceof Error ? cause.name : 'thrown', codeOf(cause) ?? ''].join(' ').trim();
