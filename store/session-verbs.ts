import type { Session, Store } from '../bot/index.ts';
import { note } from './audit-verbs.ts';
import { asKey } from './bounds.ts';
import type { Database } from './database.ts';

type Verbs = Pick<Store, 'addSession' | 'session' | 'sessionsOf' | 'extendSession' | 'dropSession'>;
type Row = Omit<Session, 'browser'> & { readonly browser: string | null };

const COLUMNS = 'id, account, created AS createdAt, expires AS expiresAt, browser';

const FORGET_EXPIRED = 'DELETE FROM session WHERE expires <= ?';
const ADD = `
  INSERT OR REPLACE INTO session (id, account, created, expires, browser) VALUES (?, ?, ?, ?, ?)`;
const BY_ID = `SELECT ${COLUMNS} FROM session WHERE id = ?`;
const OF_ACCOUNT = `SELECT ${COLUMNS} FROM session WHERE account = ? ORDER BY created DESC, id`;
const EXTEND = 'UPDATE session SET expires = ? WHERE id = ?';
const DROP = 'DELETE FROM session WHERE id = ?';

/** Signed-in browsers. */
export const sessionVerbs = ({ read, write }: Database): Verbs => ({
  addSession: ({ id, account, createdAt, expiresAt, browser }, audit) =>
    write((sql) => {
      sql.run(FORGET_EXPIRED, createdAt);
      sql.run(ADD, asKey(id), asKey(account), createdAt, expiresAt, browser);
      note(sql, audit);
    }),
  session: (id) =>
    read((sql) => {
      const row = sql.get<Row>(BY_ID, id);
      return row === undefined ? undefined : sessionOf(row);
    }),
  sessionsOf: (account) => read((sql) => sql.all<Row>(OF_ACCOUNT, account).map(sessionOf)),
  extendSession: (id, expiresAt) =>
    write((sql) => {
      sql.run(EXTEND, expiresAt, id);
    }),
  dropSession: (id, audit) =>
    write((sql) => {
      if (sql.run(DROP, id) > 0) note(sql, audit);
    }),
});

const sessionOf = ({ browser, ...session }: Row): Session =>
  browser === null ? session : { ...session, browser };
