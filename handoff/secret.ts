import { createHash } from 'node:crypto';

/** Chance as a parameter: gives that many random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** What a secret opens; a secret for one thing is worth nothing for the other. */
export type SecretUse =
  | 'session'
  | 'link'
  | 'identity'
  | 'recovery'
  | 'oidc-state'
  | 'oidc-nonce'
  | 'oidc-verifier';

/** Bytes of a secret: 256 bits, nobody guesses it. */
const SIZE = 32;

/** A fresh secret, fit for a cookie or an address. */
export const newSecret = (random: Random): string =>
  Buffer.from(random(SIZE)).toString('base64url');

/** What is kept of a secret: enough to recognise it, not to use it. */
export const hashOfSecret = (use: SecretUse, secret: string): string =>
  createHash('sha256').update(`${use}:${secret}`).digest('base64url');
