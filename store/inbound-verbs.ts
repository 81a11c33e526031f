import type { CommandResult, Inbound, Store } from '../bot/index.ts';
import { asDocument, asKey, asLimit, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<Store, 'addInbound' | 'newInbound' | 'finishInbound' | 'inboundFate'>;

const ADD = `
  INSERT INTO inbound (id, conversation, at, doc) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO NOTHING`;

const WAITING = `
  SELECT doc FROM inbound WHERE conversation = ? AND done IS NULL ORDER BY place LIMIT ?`;

/** What was said is in the transcript now, without what must not be kept: the row forgets it. */
const FINISH = "UPDATE inbound SET done = ?, result = ?, doc = '' WHERE id = ? AND done IS NULL";

const FATE = 'SELECT done, result FROM inbound WHERE id = ?';

/** What came in, and what became of it. */
export const inboundVerbs = ({ read, write }: Database): Verbs => ({
  addInbound: (row) => write((sql) => add(sql, row)),

  newInbound: (conversation, limit) =>
    read((sql) =>
      sql
        .all<{ doc: string }>(WAITING, conversation, asLimit(limit))
        .map(({ doc }) => fromDocument<Inbound>(doc)),
    ),

  finishInbound: (rows, at) =>
    write((sql) => {
      for (const { id, result } of rows) sql.run(FINISH, at, kept(id, result), id);
    }),

  inboundFate: (id) =>
    read((sql) => {
      const row = sql.get<{ done: number | null; result: string | null }>(FATE, id);
      if (row === undefined) return { kind: 'absent' };
      if (row.done === null) return { kind: 'waiting' };
      if (row.result === null) return { kind: 'done' };
      return { kind: 'done', result: fromDocument<CommandResult>(row.result) };
    }),
});

const add = (sql: Sql, row: Inbound): 'added' | 'known' => {
  const { id, conversation, at } = row;
  const added = sql.run(ADD, asKey(id), asKey(conversation), at, asDocument(id, row));
  return added === 1 ? 'added' : 'known';
};

const kept = (id: string, result: CommandResult | undefined): string | undefined =>
  result === undefined ? undefined : asDocument(id, result);
