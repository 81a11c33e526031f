import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { BotError } from '../bot/index.ts';
import { MIGRATIONS } from './schema.ts';
import { createSql } from './sql.ts';

/** Marks a file as a database of Loge: "loge" in ASCII. */
const LOGE = 0x6c6f6765;

/** Refuses a database from the future or of another program, before anything of it is changed. */
export const refuseUnknown = (database: DatabaseSyncInstance, name: string): void => {
  refuseStrangers(database, name);
  const version = numberOf(database, 'user_version');
  if (version <= MIGRATIONS.length) return;
  throw new BotError(
    `The database ${name} was written by a newer Loge (version ${version}, this one knows ${MIGRATIONS.length}): install that one, or restore a backup.`,
    'store-unusable',
  );
};

/** Brings a database to the version of this program. */
export const migrate = (database: DatabaseSyncInstance): void => {
  const version = numberOf(database, 'user_version');
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index >= version) apply(database, step, index + 1);
  }
};

/** A step and its version are one transaction: a crash in between leaves the version before. */
const apply = (database: DatabaseSyncInstance, step: string, version: number): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(step);
    database.exec(`PRAGMA application_id = ${LOGE}; PRAGMA user_version = ${version}`);
    database.exec('COMMIT');
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
};

const refuseStrangers = (database: DatabaseSyncInstance, name: string): void => {
  const application = numberOf(database, 'application_id');
  const tables = createSql(database).get<{ count: number }>(
    'SELECT count(*) AS count FROM sqlite_schema',
  );
  if (application === LOGE || (application === 0 && tables?.count === 0)) return;
  throw new BotError(
    `The file ${name} is a database of another program: give Loge its own DATABASE_URL.`,
    'store-unusable',
  );
};

const numberOf = (database: DatabaseSyncInstance, pragma: string): number => {
  const row = createSql(database).get<Readonly<Record<string, number>>>(`PRAGMA ${pragma}`);
  return row?.[pragma] ?? 0;
};
