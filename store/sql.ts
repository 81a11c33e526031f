import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** What can be bound to a statement; undefined is kept as an empty column. */
type SqlValue = string | number | Uint8Array | undefined;

/** Runs SQL on one database; each text is prepared once. The caller names the row its text gives. */
export type Sql = {
  readonly get: <Row>(text: string, ...values: readonly SqlValue[]) => Row | undefined;
  readonly all: <Row>(text: string, ...values: readonly SqlValue[]) => readonly Row[];
  /** Gives the number of rows that were changed. */
  readonly run: (text: string, ...values: readonly SqlValue[]) => number;
};

/** Makes SQL run on a database. */
export const createSql = (database: DatabaseSyncInstance): Sql => {
  const prepared = new Map<string, StatementSyncInstance>();
  const statement = (text: string): StatementSyncInstance => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const fresh = database.prepare(text);
    prepared.set(text, fresh);
    return fresh;
  };
  return {
    get: (text, ...values) => statement(text).get(...values.map(bound)) ?? undefined,
    all: (text, ...values) => statement(text).all(...values.map(bound)),
    run: (text, ...values) => statement(text).run(...values.map(bound)).changes,
  };
};

const bound = (value: SqlValue): string | number | Uint8Array | null => value ?? null;
