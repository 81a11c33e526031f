import { createHmac } from 'node:crypto';

/** Hashes with a key that only this landlord has: what is kept tells nothing without it, and two kinds never meet. */
export type Seals = {
  /** A birth date (YYYY-MM-DD) as it is kept of a tenant: the same date of another tenant is another hash. */
  readonly birth: (tenant: string, date: string) => string;
  /** A telephone number (E.164), to be compared. */
  readonly phone: (number: string) => string;
  /** Anything tries are counted under. */
  readonly mark: (kind: string, what: string) => string;
  /** The six figures of the n-th code that is sent to a number. They are made again when needed, and kept nowhere. */
  readonly code: (which: {
    readonly conversation: string;
    readonly n: number;
    readonly to: string;
  }) => string;
};

/** Builds the hashes: HMAC-SHA256 under `secret`. */
export const createSeals = (secret: string): Seals => {
  const seal = (...parts: readonly (string | number)[]): Buffer =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  const text = (...parts: readonly (string | number)[]): string =>
    seal(...parts).toString('base64url');
  return {
    birth: (tenant, date) => text('birth', tenant, date),
    phone: (number) => text('phone', number),
    mark: (kind, what) => text('mark', kind, what),
    code: ({ conversation, n, to }) => {
      const number = seal('code', conversation, n, to).readUIntBE(0, 6) % 10 ** FIGURES;
      return String(number).padStart(FIGURES, '0');
    },
  };
};

const FIGURES = 6;
