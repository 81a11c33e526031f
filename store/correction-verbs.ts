import type { Correction, Store } from '../bot/index.ts';
import { note } from './audit-verbs.ts';
import { asDocument, asKey, asLimit, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';

type Verbs = Pick<Store, 'saveCorrection' | 'decideCorrection' | 'correction' | 'corrections'>;

const KEEP = `
  INSERT INTO correction (id, conversation, seq, state, doc) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (conversation, seq) DO UPDATE
  SET id = excluded.id, state = excluded.state, doc = excluded.doc`;
const DECIDE = `
  UPDATE correction SET state = ?, doc = ? WHERE id = ? AND state = 'pending'`;
const BY_ID = 'SELECT doc FROM correction WHERE id = ?';
const PAGE =
  'SELECT place, doc FROM correction WHERE state = ? AND place > ? ORDER BY place LIMIT ?';

/** What agents say messages meant. */
export const correctionVerbs = ({ read, write }: Database): Verbs => ({
  saveCorrection: (correction, audit) =>
    write((sql) => {
      const { id, conversation, seq, state } = correction;
      const doc = asDocument(id, correction);
      sql.run(KEEP, asKey(id), asKey(conversation), seq, state, doc);
      note(sql, audit);
    }),
  decideCorrection: (decided, audit) =>
    write((sql) => {
      const { id, state } = decided;
      const done = sql.run(DECIDE, state, asDocument(id, decided), id) === 1;
      if (done) note(sql, audit);
      return done;
    }),
  correction: (id) =>
    read((sql) => {
      const row = sql.get<{ doc: string }>(BY_ID, id);
      return row === undefined ? undefined : fromDocument<Correction>(row.doc);
    }),
  corrections: (state, after, limit) =>
    read((sql) =>
      sql
        .all<{ place: number; doc: string }>(PAGE, state, after, asLimit(limit))
        .map(({ place, doc }) => ({ ...fromDocument<Correction>(doc), place })),
    ),
});
