import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { BotError } from '../bot/index.ts';
import { lockFile } from './file-lock.ts';
import { migrate, refuseUnknown } from './migrate.ts';
import { makePrivateFile } from './private-file.ts';

/** An open database of the current version. */
export type OpenDatabase = {
  readonly database: DatabaseSyncInstance;
  /** A connection of its own for a copy, so that a long copy and the writes do not wait for each other. */
  readonly openForCopy: () => DatabaseSyncInstance;
  readonly close: () => void;
};

/** How long a statement waits for a reader of another process, ms. */
const PATIENCE = 2_000;

/** The log of a database is cut back to this after a burst, bytes. */
const LARGEST_REST = 64_000_000;

/** On disk before a commit returns; fullfsync says so to macOS as well. */
const DURABLE = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
  PRAGMA journal_size_limit = ${LARGEST_REST};
  PRAGMA trusted_schema = OFF;
  PRAGMA secure_delete = ON;
`;

/** A database that lives as long as the process. */
export const openMemory = (): OpenDatabase => {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const close = (): void => database.close();
  return { database, openForCopy: () => database, close };
};

/** The database in a file, which is made when missing and locked against every other process. */
export const openFile = (file: string): OpenDatabase => {
  try {
    return openLocked(file);
  } catch (cause) {
    if (cause instanceof BotError) throw cause;
    throw cannotOpen(file, cause);
  }
};

/** A connection that only reads, also while another process writes. */
export const openForCopy = (file: string): DatabaseSyncInstance => {
  if (!existsSync(file)) throw cannotOpen(file, undefined);
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: PATIENCE });
  } catch (cause) {
    throw cannotOpen(file, cause);
  }
};

const openLocked = (file: string): OpenDatabase => {
  const lock = lockFile(file);
  try {
    makePrivateFile(file);
    const database = openDurable(file);
    const close = (): void => {
      // From here on the file alone holds everything, and may be copied by hand.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
      lock.release();
    };
    return { database, openForCopy: () => openForCopy(file), close };
  } catch (cause) {
    lock.release();
    throw cause;
  }
};

const openDurable = (file: string): DatabaseSyncInstance => {
  const database = new DatabaseSync(file, { timeout: PATIENCE });
  try {
    refuseUnknown(database, file);
    database.exec(DURABLE);
    migrate(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
};

const cannotOpen = (file: string, cause: unknown): BotError =>
  new BotError(
    `The database ${file} cannot be opened: look at the path, the rights and the disk, or restore a backup.`,
    'store-unusable',
    { cause },
  );
