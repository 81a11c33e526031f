import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { BotError } from '../bot/index.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import type { OpenDatabase } from './open-database.ts';
import { createSql, type Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';

/** What the verbs work with. */
export type Database = {
  /** Reads what is on disk; never a write that is still on its way. */
  readonly read: <Value>(look: (sql: Sql) => Value) => Promise<Value>;
  readonly write: GroupCommit['write'];
  /** Lends a connection for a copy of everything. */
  readonly copy: (run: (source: DatabaseSyncInstance) => Promise<void>) => Promise<void>;
  /** Finishes what was asked for; what is asked for later is refused. */
  readonly close: () => Promise<void>;
};

/** Puts reads, grouped writes and copies in front of an open database. */
export const createDatabase = (open: OpenDatabase): Database => {
  const sql = createSql(open.database);
  const commits = createGroupCommit(open.database, sql);
  const copies = new Set<Promise<void>>();
  let closing: Promise<void> | undefined;

  const shut = async (): Promise<void> => {
    await commits.idle();
    await Promise.allSettled(copies);
    open.close();
  };

  const close = (): Promise<void> => {
    closing ??= shut();
    return closing;
  };

  const refuseWhenClosed = (): void => {
    if (closing !== undefined) throw new BotError('The store is closed.', 'store-unusable');
  };

  return {
    read: async (look) => {
      refuseWhenClosed();
      return tried(() => look(sql));
    },
    write: async (job) => {
      refuseWhenClosed();
      return commits.write(job);
    },
    copy: async (run) => {
      refuseWhenClosed();
      const copied = lend(open, run);
      copies.add(copied);
      await copied.finally(() => copies.delete(copied));
    },
    close,
  };
};

const lend = async (
  { openForCopy, database }: OpenDatabase,
  run: (source: DatabaseSyncInstance) => Promise<void>,
): Promise<void> => {
  const source = openForCopy();
  try {
    await run(source);
  } finally {
    if (source !== database) source.close();
  }
};

const tried = <Value>(look: () => Value): Value => {
  try {
    return look();
  } catch (cause) {
    throw asStoreError(cause);
  }
};
