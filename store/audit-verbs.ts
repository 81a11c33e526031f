import type { AuditRow, Store } from '../bot/index.ts';
import { asDocument, asLimit, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<Store, 'addAudit' | 'audit'>;

/** A row is kept this long, ms; the database refuses to forget it earlier. */
const YEAR = 365 * 24 * 60 * 60_000;

const ADD = 'INSERT INTO audit (at, key, doc) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING';
const FORGET = 'DELETE FROM audit WHERE at < ?';
const PAGE = 'SELECT place, doc FROM audit WHERE place < ? ORDER BY place DESC LIMIT ?';

/** What people did at the desk. */
export const auditVerbs = ({ read, write }: Database): Verbs => ({
  addAudit: (row) => write((sql) => note(sql, row)),

  audit: (before = Number.MAX_SAFE_INTEGER, limit) =>
    read((sql) =>
      sql
        .all<{ place: number; doc: string }>(PAGE, before, asLimit(limit))
        .map(({ place, doc }) => ({ ...fromDocument<AuditRow>(doc), place })),
    ),
});

/** Writes a row, if there is one, into the transaction of what it tells; a key is written once. */
export const note = (sql: Sql, row: AuditRow | undefined, key?: string): void => {
  if (row === undefined) return;
  sql.run(ADD, row.at, key, asDocument(`audit of ${row.act}`, row));
  sql.run(FORGET, row.at - YEAR);
};
