import { DatabaseSync } from '@photostructure/sqlite';
import { BotError } from '../bot/index.ts';
import { makePrivateFile } from './private-file.ts';
import { isBusy } from './store-error.ts';

/** How long a process that has just been killed may take to let go, ms. */
const PATIENCE = 500;

/**
 * Keeps every other process away from a database until `release` is called or this process dies.
 * The operating system holds the lock, so nothing is left behind to be removed by hand.
 */
export const lockFile = (file: string): { readonly release: () => void } => {
  const companion = `${file}.lock`;
  makePrivateFile(companion);
  const holder = new DatabaseSync(companion, { timeout: PATIENCE });
  try {
    holder.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    holder.close();
    if (!isBusy(cause)) throw cause;
    throw new BotError(
      `The database ${file} is in use by another Loge: stop that one, or give this one its own DATABASE_URL.`,
      'store-locked',
      { cause },
    );
  }
  return { release: () => holder.close() };
};
