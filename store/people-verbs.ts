import {
  type Account,
  type AccountChange,
  type AccountChanged,
  type AccountFacts,
  canSignIn,
  type Store,
} from '../bot/index.ts';
import { note } from './audit-verbs.ts';
import { asDocument, asKey, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<
  Store,
  'saveAccount' | 'changeAccount' | 'accountByEmail' | 'accountByExternal' | 'account' | 'accounts'
>;

const OTHER = 'SELECT id FROM account WHERE (email = ? OR external = ?) AND id <> ?';
const KEEP = `
  INSERT INTO account (id, email, external, doc) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE
  SET email = excluded.email, external = excluded.external, doc = excluded.doc`;
const BY_EMAIL = 'SELECT doc FROM account WHERE email = ?';
const BY_EXTERNAL = 'SELECT doc FROM account WHERE external = ?';
const BY_ID = 'SELECT doc FROM account WHERE id = ?';
const ALL = 'SELECT doc FROM account ORDER BY email';
const END_SESSIONS = 'DELETE FROM session WHERE account = ? AND id <> ?';

/** The agents. */
export const peopleVerbs = ({ read, write }: Database): Verbs => ({
  saveAccount: (account, audit) =>
    write((sql) => {
      const kept = save(sql, account);
      if (kept) note(sql, audit);
      return kept;
    }),
  changeAccount: (wanted) => write((sql) => change(sql, wanted)),
  accountByEmail: (email) => read((sql) => accountOf(sql, BY_EMAIL, email.toLowerCase())),
  accountByExternal: (external) => read((sql) => accountOf(sql, BY_EXTERNAL, external)),
  account: (id) => read((sql) => accountOf(sql, BY_ID, id)),
  accounts: () => read(everybody),
});

const save = (sql: Sql, account: Account): boolean => {
  const { id } = account;
  const email = asKey(account.email.toLowerCase());
  const external = account.external === undefined ? undefined : asKey(account.external);
  if (sql.get<{ id: string }>(OTHER, email, external, id) !== undefined) return false;
  sql.run(KEEP, asKey(id), email, external, asDocument(id, account));
  return true;
};

const change = (sql: Sql, wanted: AccountChange): AccountChanged => {
  const { id, set, expect = {}, keepAdministrator, endSessions, audit } = wanted;
  const known = accountOf(sql, BY_ID, id);
  if (known === undefined) return 'absent';
  if (!says(known, expect)) return 'stale';
  const next = changed(known, set);
  if (keepAdministrator === true && leavesNobody(sql, known, next)) return 'last_administrator';
  save(sql, next);
  if (endSessions !== undefined) sql.run(END_SESSIONS, id, endSessions.except ?? '');
  note(sql, audit);
  return 'changed';
};

const says = (account: Account, expected: AccountFacts): boolean => {
  const facts: Readonly<Record<string, unknown>> = account;
  return Object.entries(expected).every(
    ([fact, value]) => JSON.stringify(facts[fact]) === JSON.stringify(value),
  );
};

/** What is undefined is not written. */
const changed = (account: Account, set: AccountFacts): Account =>
  fromDocument(asDocument(account.id, { ...account, ...set }));

const administers = (account: Account): boolean => account.role === 'admin' && canSignIn(account);

const leavesNobody = (sql: Sql, before: Account, after: Account): boolean =>
  administers(before) &&
  !administers(after) &&
  !everybody(sql).some((other) => other.id !== before.id && administers(other));

const everybody = (sql: Sql): readonly Account[] =>
  sql.all<{ doc: string }>(ALL).map(({ doc }) => fromDocument<Account>(doc));

const accountOf = (sql: Sql, text: string, value: string): Account | undefined => {
  const row = sql.get<{ doc: string }>(text, value);
  return row === undefined ? undefined : fromDocument<Account>(row.doc);
};
