import { type Account, type Clock, canSignIn, type Store } from '../bot/index.ts';
import type { Passwords } from './passwords.ts';
import { hashOfSecret, newSecret, type Random } from './secret.ts';

/** How long a one-time link is good, ms. */
const LIFE = 24 * 60 * 60_000;

/** What stands where the account of a session would, for a link that makes the first administrator. */
const FIRST = 'first';

/** What the link with this secret is for. */
export type LinkUse =
  | { readonly kind: 'first' }
  | { readonly kind: 'invited'; readonly account: Account }
  | { readonly kind: 'void' };

/** What the person behind a link tells about themselves; name and e-mail count for the first one only. */
export type Introduction = {
  readonly token: string;
  readonly password: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

type Tools = { readonly store: Store; readonly clock: Pick<Clock, 'now'>; readonly random: Random };

/** Makes a link with which one person can choose a password once: the first administrator, or an invited account. */
export const makeLink = async (
  { store, clock, random }: Tools,
  account: string | undefined,
): Promise<string> => {
  const token = newSecret(random);
  const createdAt = clock.now();
  await store.addSession({
    id: hashOfSecret('link', token),
    account: `link:${account ?? FIRST}`,
    createdAt,
    expiresAt: createdAt + LIFE,
  });
  return `/console#link=${token}`;
};

/** Looks at a link without using it up. */
export const lookAtLink = async ({ store, clock }: Tools, token: string): Promise<LinkUse> => {
  const link = await store.session(hashOfSecret('link', token));
  if (link === undefined || link.expiresAt <= clock.now()) return { kind: 'void' };
  if (!link.account.startsWith('link:')) return { kind: 'void' };
  const id = link.account.slice('link:'.length);
  if (id === FIRST) return (await hasAgent(store)) ? { kind: 'void' } : { kind: 'first' };
  const account = await store.account(id);
  if (account === undefined || !isAwaited(account)) return { kind: 'void' };
  return { kind: 'invited', account };
};

/** Uses a link up and gives the account that can now sign in; undefined when it was no good or used already. */
export const useLink = async (
  tools: Tools & { readonly passwords: Passwords },
  introduction: Introduction,
): Promise<Account | 'taken' | undefined> => {
  const { store, random, passwords } = tools;
  const use = await lookAtLink(tools, introduction.token);
  const person = personOf(use, introduction, random);
  if (person === undefined) return undefined;
  const password = await passwords.hash(introduction.password);
  const link = hashOfSecret('link', introduction.token);
  const claim = newSecret(random);
  if ((await store.keepOnce(`link:${link}`, claim)) !== claim) return undefined;
  const account = { ...person, password };
  const kept =
    use.kind === 'first' ? await store.saveAccount(account) : await joins(store, account);
  if (!kept) return 'taken';
  await store.dropSession(link);
  return store.account(account.id);
};

/** Somebody who was invited and has not come yet. */
const isAwaited = (account: Account): boolean => !canSignIn(account) && account.disabled !== true;

/** Gives an invited account its password; an administrator may have closed it, or changed its role, meanwhile. */
const joins = async (store: Store, { id, password }: Account): Promise<boolean> => {
  const expect = { password: undefined, disabled: undefined };
  return (await store.changeAccount({ id, set: { password }, expect })) === 'changed';
};

/** Whether anybody can sign in yet. */
export const hasAgent = async (store: Store): Promise<boolean> =>
  (await store.accounts()).some(canSignIn);

/** A fresh name for an account. */
export const newAccountId = (random: Random): string =>
  `a${Buffer.from(random(8)).toString('hex')}`;

const personOf = (
  use: LinkUse,
  { name, email }: Introduction,
  random: Random,
): Account | undefined => {
  switch (use.kind) {
    case 'void':
      return undefined;
    case 'invited':
      return use.account;
    case 'first':
      if (name === undefined || email === undefined) return undefined;
      return { id: newAccountId(random), name, email: email.toLowerCase(), role: 'admin' };
    default:
      return use satisfies never;
  }
};
