import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { BotError } from '../bot/index.ts';
import type { Sql } from './sql.ts';
import { asStoreError, isBeyondTrust } from './store-error.ts';

/** Writes that share a commit: what was asked for in the same moment reaches the disk together. */
export type GroupCommit = {
  /** Runs `job` inside the next commit and resolves with its value once that is on disk. */
  readonly write: <Value>(job: (sql: Sql) => Value) => Promise<Value>;
  /** Resolves when everything asked for so far is on disk or was refused. */
  readonly idle: () => Promise<void>;
};

/** One write on its way: `attempt` runs it, `settle` tells the caller once the commit is decided. */
type Job = {
  readonly attempt: () => void;
  readonly settle: (failed: BotError | undefined) => void;
};

/** Makes the group commit of one database. */
export const createGroupCommit = (database: DatabaseSyncInstance, sql: Sql): GroupCommit => {
  let waiting: Job[] = [];
  let broken: BotError | undefined;

  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    const failed = broken ?? commit(database, sql, jobs);
    if (failed !== undefined && isBeyondTrust(failed.cause)) broken = failed;
    for (const job of jobs) job.settle(failed);
  };

  const add = (job: Job): void => {
    // One turn of the event loop: every request that is being read now gets into this commit.
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(job);
  };

  const write = <Value>(run: (sql: Sql) => Value): Promise<Value> =>
    new Promise((resolve, reject) => add(createJob({ run: () => run(sql), resolve, reject })));

  return { write, idle: () => write(() => undefined).catch(() => undefined) };
};

const createJob = <Value>({
  run,
  resolve,
  reject,
}: {
  readonly run: () => Value;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: BotError) => void;
}): Job => {
  let tell = (): void => reject(new BotError('A write was not run.', 'store-unusable'));
  return {
    attempt: () => {
      try {
        const value = run();
        tell = () => resolve(value);
      } catch (cause) {
        tell = () => reject(asStoreError(cause));
        throw cause;
      }
    },
    settle: (failed) => (failed === undefined ? tell() : reject(failed)),
  };
};

/** Runs all jobs in one transaction; gives what kept it from reaching the disk. */
const commit = (
  database: DatabaseSyncInstance,
  sql: Sql,
  jobs: readonly Job[],
): BotError | undefined => {
  try {
    sql.run('BEGIN IMMEDIATE');
    for (const job of jobs) runApart(database, sql, job);
    sql.run('COMMIT');
    return undefined;
  } catch (cause) {
    takeBack(database, sql);
    return asStoreError(cause);
  }
};

/** A job that fails takes back its own writes and leaves those of its neighbours. */
const runApart = (database: DatabaseSyncInstance, sql: Sql, job: Job): void => {
  sql.run('SAVEPOINT job');
  try {
    job.attempt();
  } catch (cause) {
    // On a full or failing disk SQLite has rolled everything back by itself.
    if (!database.isTransaction) throw cause;
    sql.run('ROLLBACK TO job');
  }
  sql.run('RELEASE job');
};

const takeBack = (database: DatabaseSyncInstance, sql: Sql): void => {
  try {
    if (database.isTransaction) sql.run('ROLLBACK');
  } catch {
    // The callers are told of the first failure; the next commit meets this one, and they are told again.
  }
};
