import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../bot/index.ts';

/** A code is good for this long, ms (RFC 6238, X). */
const STEP = 30_000;

/** Phones may be this many steps early or late. */
const DRIFT = 1;

const DIGITS = 6;
const SHAPE = /^\d{6}$/;

/** The code that a phone shows during one step (RFC 4226 with SHA-1, what every application speaks). */
const codeAt = (secret: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
};

const stepAt = (at: Instant): number => Math.floor(at / STEP);

/** The step a code belongs to, if it is good now and later than `after`; a code that was used is good no more. */
export const stepOfCode = (
  secret: Uint8Array,
  code: string,
  { now, after }: { readonly now: Instant; readonly after: number },
): number | undefined => {
  if (!SHAPE.test(code)) return undefined;
  const here = stepAt(now);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, n) => here - DRIFT + n);
  return steps
    .filter((step) => step >= 0 && isSame(codeAt(secret, step), code))
    .find((step) => step > after);
};

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one), Buffer.from(other));
