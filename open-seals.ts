import { randomBytes } from 'node:crypto';
import type { Store } from './bot/index.ts';
import type { Config } from './config.ts';
import { createSeals, type Seals } from './identity/index.ts';

/** The keyed hashes of this landlord: under the key of the settings, or one made once and kept in the store. */
export const openSeals = async (
  store: Pick<Store, 'keepOnce'>,
  { IDENTITY_SECRET: given }: Pick<Config, 'IDENTITY_SECRET'>,
): Promise<Seals> =>
  createSeals(
    given ?? (await store.keepOnce('identity-secret', randomBytes(32).toString('base64url'))),
  );
