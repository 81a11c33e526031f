import type { Account, AuditRow, Clock, Instant, Session, Store } from '../bot/index.ts';
import { hashOfSecret, newSecret, type Random } from './secret.ts';

const MINUTE = 60_000;

/** A browser nobody uses is signed out after this long. */
const IDLE = 30 * MINUTE;

/** Everybody signs in again after this long. */
const ABSOLUTE = 12 * 60 * MINUTE;

/** An expiry is moved in steps of this size, so that reading does not mean writing. */
const STEP = MINUTE;

/** Somebody at the desk, and the session that says so. */
export type SignedIn = { readonly account: Account; readonly session: Session };

/** What is written into the audit with a change; the time is the sessions' own. */
export type Written = Omit<AuditRow, 'at'>;

/** Who is signed in, and until when. */
export type Sessions = {
  /** Starts a session and gives the secret for the cookie, which is kept nowhere. */
  readonly open: (
    account: Account,
    audit: Written,
  ) => Promise<SignedIn & { readonly secret: string }>;
  /** Whose session this is; undefined when it is over or never was. */
  readonly find: (secret: string) => Promise<SignedIn | undefined>;
  /** The same by the session's id, for a stream that is already open. */
  readonly stillOpen: (id: string) => Promise<boolean>;
  /** Somebody did something: the session lasts longer, up to its absolute end. */
  readonly touch: (session: Session) => Promise<Session>;
  readonly end: (id: string, audit?: Written) => Promise<void>;
  /** Tells of every session that is ended here. */
  readonly onEnd: (hear: (id: string) => void) => void;
};

/** Builds the sessions on the store. */
export const createSessions = (tools: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}): Sessions => {
  const { store, clock } = tools;
  const listeners = new Set<(id: string) => void>();

  const byId = async (id: string): Promise<SignedIn | undefined> => {
    const session = await store.session(id);
    if (session === undefined || session.expiresAt <= clock.now()) return undefined;
    const account = await store.account(session.account);
    return account === undefined ? undefined : { account, session };
  };

  return {
    open: (account, audit) => open(tools, account, audit),
    find: (secret) => byId(hashOfSecret('session', secret)),
    stillOpen: async (id) => (await byId(id)) !== undefined,
    touch: async (session) => {
      const expiresAt = expiry(session.createdAt, clock.now());
      if (expiresAt - session.expiresAt < STEP) return session;
      await store.extendSession(session.id, expiresAt);
      return { ...session, expiresAt };
    },
    end: async (id, audit) => {
      await store.dropSession(id, audit && { ...audit, at: clock.now() });
      for (const hear of listeners) hear(id);
    },
    onEnd: (hear) => void listeners.add(hear),
  };
};

const open = async (
  { store, clock, random }: Parameters<typeof createSessions>[0],
  account: Account,
  audit: Written,
): Promise<SignedIn & { readonly secret: string }> => {
  const secret = newSecret(random);
  const createdAt = clock.now();
  const session = {
    id: hashOfSecret('session', secret),
    account: account.id,
    createdAt,
    expiresAt: expiry(createdAt, createdAt),
  };
  await store.addSession(session, { ...audit, at: createdAt });
  return { account, session, secret };
};

const expiry = (createdAt: Instant, now: Instant): Instant =>
  Math.min(now + IDLE, createdAt + ABSOLUTE);
