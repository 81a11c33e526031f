import {
  type Account,
  type AccountChange,
  type AccountChanged,
  type AuditRow,
  type Clock,
  canSignIn,
  type Instant,
  type Session,
  type Store,
} from '../bot/index.ts';
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

/** A session, and when somebody was last there, to the minute. */
export type RunningSession = Session & { readonly seenAt: Instant };

/** Who is signed in, and until when. */
export type Sessions = {
  /** Starts a session and gives the secret for the cookie, which is kept nowhere. */
  readonly open: (
    account: Account,
    told: { readonly audit: Written; readonly browser: string },
  ) => Promise<SignedIn & { readonly secret: string }>;
  /** Whose session this is; undefined when it is over or never was. */
  readonly find: (secret: string) => Promise<SignedIn | undefined>;
  /** The same by the session's id, for a stream that is already open. */
  readonly stillOpen: (id: string) => Promise<boolean>;
  /** Somebody did something: the session lasts longer, up to its absolute end. */
  readonly touch: (session: Session) => Promise<Session>;
  readonly end: (id: string, audit?: Written) => Promise<void>;
  /** Sessions of a person that still run, the newest first, with when somebody was last there. */
  readonly of: (account: string) => Promise<readonly RunningSession[]>;
  /** Changes what a person is or may, and ends their sessions, but for one. */
  readonly changeAccount: (
    change: Omit<AccountChange, 'audit' | 'endSessions'> & { readonly audit: Written },
    except?: string,
  ) => Promise<AccountChanged>;
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
    return account === undefined || !canSignIn(account) ? undefined : { account, session };
  };

  const running = async (account: string): Promise<readonly Session[]> =>
    (await store.sessionsOf(account)).filter(({ expiresAt }) => expiresAt > clock.now());

  return {
    open: (account, told) => open(tools, account, told),
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
    of: async (account) =>
      (await running(account)).map((session) => ({
        ...session,
        seenAt: Math.max(session.createdAt, session.expiresAt - IDLE),
      })),
    changeAccount: async ({ audit, ...change }, except) => {
      const before = await running(change.id);
      const what = await store.changeAccount({
        ...change,
        audit: { ...audit, at: clock.now() },
        endSessions: except === undefined ? {} : { except },
      });
      const ended = what === 'changed' ? before.filter(({ id }) => id !== except) : [];
      for (const { id } of ended) for (const hear of listeners) hear(id);
      return what;
    },
    onEnd: (hear) => void listeners.add(hear),
  };
};

const open = async (
  { store, clock, random }: Parameters<typeof createSessions>[0],
  account: Account,
  { audit, browser }: { readonly audit: Written; readonly browser: string },
): Promise<SignedIn & { readonly secret: string }> => {
  const secret = newSecret(random);
  const createdAt = clock.now();
  const session = {
    id: hashOfSecret('session', secret),
    account: account.id,
    createdAt,
    expiresAt: expiry(createdAt, createdAt),
    browser,
  };
  await store.addSession(session, { ...audit, at: createdAt });
  return { account, session, secret };
};

const expiry = (createdAt: Instant, now: Instant): Instant =>
  Math.min(now + IDLE, createdAt + ABSOLUTE);
