import type { AuditRow } from './audit.ts';
import type { Instant } from './clock.ts';

/** What somebody may do at the desk. */
export type Role = 'agent' | 'supervisor' | 'admin';

/** An agent who can sign in. */
export type Account = {
  readonly id: string;
  /** Lower case, unique. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Self-describing scrypt hash; absent until a password is chosen. */
  readonly password?: string;
  /** Who this is for the organisation that signs them in; unique. */
  readonly external?: string;
  /** What has to be shown beside the password. */
  readonly secondFactor?: SecondFactor;
  /** A secret for a phone that nobody has confirmed yet, base 32. */
  readonly offeredFactor?: string;
  /** May not sign in any more, until an administrator says otherwise. */
  readonly disabled?: true;
};

/** A phone that shows codes, and codes for the day it is lost. */
export type SecondFactor = {
  /** What the phone computes its codes from, base 32. */
  readonly secret: string;
  /** The step of time (RFC 6238) of the last code that was used. */
  readonly lastStep: number;
  /** Hashes of the codes that are left. */
  readonly recovery: readonly string[];
};

/** A signed-in browser; `id` is the hash of the cookie's secret. */
export type Session = {
  readonly id: string;
  readonly account: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** What the browser calls itself, in two words. */
  readonly browser?: string;
};

type MayBeMissing = 'password' | 'disabled' | 'secondFactor' | 'offeredFactor';

/** Facts of an account; undefined means that there is none. */
export type AccountFacts = Partial<Pick<Account, 'role'>> & {
  readonly [Fact in MayBeMissing]?: Account[Fact] | undefined;
};

/** A change of an account, made only while it still says what is expected of it. */
export type AccountChange = {
  readonly id: string;
  readonly set: AccountFacts;
  readonly expect?: AccountFacts;
  /** Nothing is changed when nobody would be left who administers. */
  readonly keepAdministrator?: boolean;
  /** Ends the sessions of the account, but for one. */
  readonly endSessions?: { readonly except?: string };
  readonly audit?: AuditRow;
};

/** What became of a change of an account. */
export type AccountChanged = 'changed' | 'absent' | 'stale' | 'last_administrator';

/** Whether this account may sign in: it has a way to, and nobody has closed it. */
export const canSignIn = ({ password, external, disabled }: Account): boolean =>
  (password !== undefined || external !== undefined) && disabled !== true;
