import { resolve } from 'node:path';
import { BotError, type Store } from '../bot/index.ts';
import { copyDatabase } from './copy-database.ts';
import { openFile, openForCopy, openMemory } from './open-database.ts';
import { createSqliteStore } from './sqlite-store.ts';

/** Where a database is. */
type Location = { readonly kind: 'memory' } | { readonly kind: 'file'; readonly file: string };

const SQLITE = 'sqlite:';
const MEMORY = ':memory:';

/** Opens the store that a `DATABASE_URL` names, making or migrating it first; one process at a time. */
export const openStore = async (url: string): Promise<Store> => {
  const location = locate(url);
  return createSqliteStore(location.kind === 'memory' ? openMemory() : openFile(location.file));
};

/** Copies the database that a `DATABASE_URL` names to `file`, also while another process uses it. */
export const backupStore = async (url: string, file: string): Promise<void> => {
  const location = locate(url);
  if (location.kind === 'memory') {
    throw new BotError(
      'A database in memory has nothing to copy: set DATABASE_URL.',
      'bad-settings',
    );
  }
  const source = openForCopy(location.file);
  try {
    await copyDatabase(source, file);
  } finally {
    source.close();
  }
};

const locate = (url: string): Location => {
  if (/^mongodb(\+srv)?:/.test(url)) {
    throw new BotError(
      'MongoDB is not available in this version of Loge: set DATABASE_URL to sqlite:./data/loge.db.',
      'bad-settings',
    );
  }
  const path = url.startsWith(SQLITE) ? url.slice(SQLITE.length) : '';
  if (path === MEMORY) return { kind: 'memory' };
  if (path === '' || path.startsWith('//')) {
    throw new BotError(
      'DATABASE_URL is not understood: write sqlite: and a file, such as sqlite:./data/loge.db.',
      'bad-settings',
    );
  }
  return { kind: 'file', file: resolve(path) };
};
