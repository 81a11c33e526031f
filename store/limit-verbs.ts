import type { Store } from '../bot/index.ts';
import { asKey } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<Store, 'countTry'>;
type Attempt = Parameters<Store['countTry']>[0];

/** Tries that are kept under one key; whoever comes after them is told of so many. */
const MOST = 100;

/** Tries are forgotten after this long, ms: twice the longest window. */
const REMEMBERED = 2 * 24 * 3_600_000;

const FORGET = 'DELETE FROM attempt WHERE at <= ?';
const FIND = 'SELECT place, at FROM attempt WHERE key = ? AND id = ?';
const ADD = 'INSERT INTO attempt (key, id, at) VALUES (?, ?, ?) RETURNING place, at';
const BEFORE = `
  SELECT count(*) AS count FROM (
    SELECT 1 FROM attempt WHERE key = ? AND place < ? AND at > ? LIMIT ?
  )`;

/** How often something was tried, so that nobody guesses for long. */
export const limitVerbs = ({ write }: Database): Verbs => ({
  countTry: (attempt) => write((sql) => count(sql, attempt)),
});

type Row = { readonly place: number; readonly at: number };

const count = (sql: Sql, { key, id, at, window }: Attempt): number => {
  sql.run(FORGET, at - REMEMBERED);
  const known = sql.get<Row>(FIND, asKey(key), asKey(id));
  const full = known === undefined ? before(sql, key, { place: NEVER, at }, window) : 0;
  if (full >= MOST) return MOST;
  const row = known ?? sql.get<Row>(ADD, key, id, at);
  return row === undefined ? full : before(sql, key, row, window);
};

const NEVER = Number.MAX_SAFE_INTEGER;

const before = (sql: Sql, key: string, { place, at }: Row, window: number): number =>
  sql.get<{ count: number }>(BEFORE, key, place, at - window, MOST)?.count ?? 0;
