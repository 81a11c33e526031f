import { canSignIn, type Instant, type Store } from '../bot/index.ts';
import { hasAgent, makeLink, newAccountId } from './links.ts';
import { createPasswords } from './passwords.ts';
import type { Random } from './secret.ts';

/** Sees to it that somebody can sign in: with the settings' account, or else with a one-time link. */
export const firstAdministrator = async (parts: {
  readonly store: Store;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  readonly now: Instant;
  readonly random: Random;
}): Promise<{ readonly kind: 'ready' } | { readonly kind: 'link'; readonly path: string }> => {
  const { store, email, password, now, random } = parts;
  if (email !== undefined && password !== undefined) {
    await settle(store, { email: email.toLowerCase(), password, random, now });
    return { kind: 'ready' };
  }
  if (await hasAgent(store)) return { kind: 'ready' };
  const path = await makeLink({ store, random, clock: { now: () => now } }, undefined);
  return { kind: 'link', path };
};

const settle = async (
  store: Store,
  {
    email,
    password,
    random,
    now,
  }: {
    readonly email: string;
    readonly password: string;
    readonly random: Random;
    readonly now: Instant;
  },
): Promise<void> => {
  const passwords = createPasswords();
  const known = await store.accountByEmail(email);
  if (known !== undefined && known.role === 'admin') {
    const proof = await passwords.verify(password, known.password);
    if (proof.kind === 'right' && canSignIn(known)) return;
  }
  const id = known?.id ?? newAccountId(random);
  const hash = await passwords.hash(password);
  const audit = { at: now, act: 'set_by_settings', on: id, detail: 'admin' } as const;
  const set = { role: 'admin', password: hash, disabled: undefined } as const;
  if (known !== undefined) {
    await store.changeAccount({ id, set, endSessions: {}, audit });
    return;
  }
  const { role } = set;
  await store.saveAccount({ id, email, name: nameFrom(email), role, password: hash }, audit);
};

/** "sophie.martin@…" is Sophie Martin until she says otherwise. */
const nameFrom = (email: string): string =>
  email
    .replace(/@.*/, '')
    .split(/[._-]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
