import type { Account, Session, Store } from '../bot/index.ts';
import { note } from './audit-verbs.ts';
import { asDocument, asKey, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<
  Store,
  | 'saveAccount'
  | 'accountByEmail'
  | 'account'
  | 'accounts'
  | 'addSession'
  | 'session'
  | 'extendSession'
  | 'dropSession'
>;

const OWNER = 'SELECT id FROM account WHERE email = ?';
const KEEP = `
  INSERT INTO account (id, email, doc) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET email = excluded.email, doc = excluded.doc`;
const BY_EMAIL = 'SELECT doc FROM account WHERE email = ?';
const BY_ID = 'SELECT doc FROM account WHERE id = ?';
const ALL = 'SELECT doc FROM account ORDER BY email';

const FORGET_EXPIRED = 'DELETE FROM session WHERE expires <= ?';
const ADD_SESSION = `
  INSERT OR REPLACE INTO session (id, account, created, expires) VALUES (?, ?, ?, ?)`;
const SESSION = `
  SELECT id, account, created AS createdAt, expires AS expiresAt FROM session WHERE id = ?`;
const EXTEND = 'UPDATE session SET expires = ? WHERE id = ?';
const DROP = 'DELETE FROM session WHERE id = ?';

/** Agents and their signed-in browsers. */
export const peopleVerbs = ({ read, write }: Database): Verbs => ({
  saveAccount: (account, audit) =>
    write((sql) => {
      const kept = save(sql, account);
      if (kept) note(sql, audit);
      return kept;
    }),
  accountByEmail: (email) => read((sql) => accountOf(sql, BY_EMAIL, email.toLowerCase())),
  account: (id) => read((sql) => accountOf(sql, BY_ID, id)),
  accounts: () =>
    read((sql) => sql.all<{ doc: string }>(ALL).map(({ doc }) => fromDocument<Account>(doc))),

  addSession: ({ id, account, createdAt, expiresAt }, audit) =>
    write((sql) => {
      sql.run(FORGET_EXPIRED, createdAt);
      sql.run(ADD_SESSION, asKey(id), asKey(account), createdAt, expiresAt);
      note(sql, audit);
    }),
  session: (id) =>
    read((sql) => {
      const row = sql.get<Session>(SESSION, id);
      return row === undefined ? undefined : { ...row };
    }),
  extendSession: (id, expiresAt) =>
    write((sql) => {
      sql.run(EXTEND, expiresAt, id);
    }),
  dropSession: (id, audit) =>
    write((sql) => {
      if (sql.run(DROP, id) > 0) note(sql, audit);
    }),
});

const save = (sql: Sql, account: Account): boolean => {
  const { id } = account;
  const email = asKey(account.email.toLowerCase());
  const owner = sql.get<{ id: string }>(OWNER, email);
  if (owner !== undefined && owner.id !== id) return false;
  sql.run(KEEP, asKey(id), email, asDocument(id, account));
  return true;
};

const accountOf = (sql: Sql, text: string, value: string): Account | undefined => {
  const row = sql.get<{ doc: string }>(text, value);
  return row === undefined ? undefined : fromDocument<Account>(row.doc);
};
