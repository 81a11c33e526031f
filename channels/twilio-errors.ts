import type { SendResult, Undelivered } from '../bot/index.ts';

/** Twilio's error codes, by what they mean for a tenant (twilio.com/docs/api/errors). */
const WHY: Readonly<Record<number, Undelivered>> = {
  21610: 'unsubscribed',
  21211: 'bad_number',
  21217: 'bad_number',
  21408: 'blocked',
  21612: 'bad_number',
  21614: 'bad_number',
  21617: 'too_long',
  30002: 'blocked',
  30003: 'unreachable',
  30004: 'blocked',
  30005: 'unreachable',
  30006: 'bad_number',
  30007: 'blocked',
  30008: 'other',
};

/** What an error code of Twilio means. */
export const whyNot = (code: number | undefined): Undelivered => WHY[code ?? 0] ?? 'other';

/** Too many at once, or an account that must be put right: the text is fine and is tried again. */
const NOT_NOW = [20429, 14107, 30001, 20003, 20005];

/** What an answer that is no success says of a send; a server's own failure says nothing. */
export const judgeRefusal = (status: number, code: number | undefined): SendResult => {
  if (status === 429 || NOT_NOW.includes(code ?? 0)) return { kind: 'later', after: 0 };
  return status >= 500 ? { kind: 'unknown' } : { kind: 'refused', why: whyNot(code) };
};
