import {
  type AuditLine,
  type CorrectionLine,
  type IntentLine,
  isAccount,
  isAccounts,
  isAudit,
  isCodes,
  isCorrections,
  isIntents,
  isOffer,
  isSessions,
  isWays,
  type Offer,
  type PersonLine,
  type SessionLine,
} from './console-account-wire.ts';
import { type Calls, createCalls, type Result } from './console-api.ts';
import { isAnything } from './console-wire.ts';

/** What people do with accounts and sessions, and read of what was done. */
export type AccountApi = {
  /** Whether agents can sign in through an organisation. */
  readonly ways: () => Promise<Result<{ readonly organisation: boolean }>>;
  readonly sessions: () => Promise<Result<{ readonly sessions: readonly SessionLine[] }>>;
  readonly endSession: (id: string) => Promise<Result<unknown>>;
  readonly accounts: () => Promise<Result<{ readonly accounts: readonly PersonLine[] }>>;
  readonly sessionsOf: (
    account: string,
  ) => Promise<Result<{ readonly sessions: readonly SessionLine[] }>>;
  readonly change: (
    account: string,
    what: { readonly role: string } | { readonly closed: boolean },
  ) => Promise<Result<{ readonly account: PersonLine }>>;
  readonly offerFactor: (proof: Proof) => Promise<Result<Offer>>;
  readonly confirmFactor: (
    code: string,
  ) => Promise<Result<{ readonly recoveryCodes: readonly string[] }>>;
  readonly removeFactor: (proof: Proof) => Promise<Result<unknown>>;
  readonly resetFactor: (account: string) => Promise<Result<unknown>>;
  readonly intents: () => Promise<Result<{ readonly intents: readonly IntentLine[] }>>;
  readonly mark: (
    conversation: string,
    what: { readonly seq: number; readonly intents: readonly string[] },
  ) => Promise<Result<unknown>>;
  readonly corrections: () => Promise<Result<{ readonly corrections: readonly CorrectionLine[] }>>;
  readonly decide: (id: string, approved: boolean) => Promise<Result<unknown>>;
  readonly audit: (
    before: number | undefined,
  ) => Promise<Result<{ readonly rows: readonly AuditLine[]; readonly more: boolean }>>;
};

/** What proves again who somebody is; the code may be empty while there is no second factor. */
export type Proof = { readonly password: string; readonly code: string };

/** Builds the calls; `signedOut` is told when the server says that nobody is. */
export const createAccountApi = (
  fetch: typeof globalThis.fetch,
  signedOut: () => void,
): AccountApi => {
  const { get, post, patch, drop } = watched(createCalls(fetch), signedOut);
  const at = (id: string) => encodeURIComponent(id);
  return {
    ways: () => get('/oidc', isWays),
    sessions: () => get('/sessions', isSessions),
    endSession: (id) => drop(`/sessions/${at(id)}`, isAnything),
    accounts: () => get('/accounts', isAccounts),
    sessionsOf: (account) => get(`/accounts/${at(account)}/sessions`, isSessions),
    change: (account, what) => patch(`/accounts/${at(account)}`, what, isAccount),
    offerFactor: (proof) => post('/second-factor', proof, isOffer),
    confirmFactor: (code) => post('/second-factor/confirm', { code }, isCodes),
    removeFactor: (proof) => post('/second-factor/remove', proof, isAnything),
    resetFactor: (account) => drop(`/accounts/${at(account)}/second-factor`, isAnything),
    intents: () => get('/intents', isIntents),
    mark: (id, what) => post(`/conversations/${at(id)}/corrections`, what, isAnything),
    corrections: () => get('/corrections', isCorrections),
    decide: (id, approved) => post(`/corrections/${at(id)}/decision`, { approved }, isAnything),
    audit: (before) => get(before === undefined ? '/audit' : `/audit?before=${before}`, isAudit),
  };
};

const watched = (calls: Calls, signedOut: () => void): Calls => {
  const seen = async <T>(asked: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await asked;
    if (result.kind === 'refused' && result.status === 401) signedOut();
    return result;
  };
  return {
    get: (path, is, headers) => seen(calls.get(path, is, headers)),
    post: (path, body, is) => seen(calls.post(path, body, is)),
    patch: (path, body, is) => seen(calls.patch(path, body, is)),
    drop: (path, is) => seen(calls.drop(path, is)),
  };
};
