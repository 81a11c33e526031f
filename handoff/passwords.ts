import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Work of a new hash: 2^15 blocks of 1 KB, three times over; 32 MB, a third of a second. */
const COST = { log2n: 15, r: 8, p: 3 } as const;

/** Bytes of a hash and of its salt. */
const SIZE = 32;

/** Hashes that may wait for their turn; beyond, people are asked to come back. */
const MOST_WAITING = 30;

/** Too many people choose or prove a password at this moment. */
type Crowded = { readonly kind: 'crowded' };

/** Hashes passwords, one at a time: a flood of sign-ins costs patience, not memory. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long for nobody's hash as for somebody's. */
  readonly verify: (
    password: string,
    hash: string | undefined,
  ) => Promise<{ readonly kind: 'right' | 'wrong' } | Crowded>;
};

type Cost = { readonly log2n: number; readonly r: number; readonly p: number };
type Parsed = { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer };

/** Builds the hasher with its queue. */
export const createPasswords = (): Passwords => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const inTurn = (password: string, salt: Buffer, cost: Cost): Promise<Buffer> => {
    waiting += 1;
    const key = last
      .then(() => derive(password, salt, cost))
      .finally(() => {
        waiting -= 1;
      });
    last = key.catch(() => undefined);
    return key;
  };

  return {
    hash: async (password) => {
      const salt = randomBytes(SIZE);
      return written({ cost: COST, salt, key: await inTurn(password, salt, COST) });
    },
    verify: async (password, hash) => {
      if (waiting >= MOST_WAITING) return { kind: 'crowded' };
      const kept = hash === undefined ? undefined : read(hash);
      const { cost, salt, key } = kept ?? nobody();
      const derived = await inTurn(password, salt, cost);
      const same = timingSafeEqual(derived, key);
      return { kind: same && kept !== undefined ? 'right' : 'wrong' };
    },
  };
};

const derive = (password: string, salt: Buffer, { log2n, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** log2n;
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFC'), salt, SIZE, options, (fault, key) =>
      fault === null ? resolve(key) : reject(fault),
    );
  });

const nobody = (): Parsed => ({ cost: COST, salt: randomBytes(SIZE), key: randomBytes(SIZE) });

const written = ({ cost: { log2n, r, p }, salt, key }: Parsed): string =>
  ['scrypt', log2n, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

const read = (hash: string): Parsed | undefined => {
  const [name, log2n, r, p, salt = '', key = ''] = hash.split('$');
  const cost = { log2n: Number(log2n), r: Number(r), p: Number(p) };
  const parsed = { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  return name === 'scrypt' && parsed.key.length === SIZE ? parsed : undefined;
};
