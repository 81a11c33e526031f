import { BotError } from '../bot/index.ts';

/** SQLite's primary result codes that say the data, not the database, was wrong. */
const CONSTRAINT = 19;
const TOO_BIG = 18;
const MISMATCH = 20;

/** SQLite's result code for a lock held by somebody else. */
const BUSY = 5;

/** Result codes after which nothing that is said about the disk can be believed. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const FSYNC_FAILED = 1034;
const FOLDER_FSYNC_FAILED = 1290;

/** The error a caller of the store gets, whatever went wrong below. */
export const asStoreError = (cause: unknown): BotError => {
  if (cause instanceof BotError) return cause;
  const primary = resultCode(cause) % 256;
  if (primary === CONSTRAINT || primary === TOO_BIG || primary === MISMATCH) {
    return new BotError('The store refused a row that breaks its rules.', 'store-refused', {
      cause,
    });
  }
  return new BotError(
    'The database cannot be used: look at the free space and the state of its disk.',
    'store-unusable',
    { cause },
  );
};

/** Whether another connection holds the lock. */
export const isBusy = (cause: unknown): boolean => resultCode(cause) % 256 === BUSY;

/** Whether the database must not be written again before a restart has recovered it. */
export const isBeyondTrust = (cause: unknown): boolean => {
  const code = resultCode(cause);
  if (code === FSYNC_FAILED || code === FOLDER_FSYNC_FAILED) return true;
  return code % 256 === CORRUPT || code % 256 === NOT_A_DATABASE;
};

const resultCode = (cause: unknown): number => {
  if (typeof cause !== 'object' || cause === null || !('errcode' in cause)) return 0;
  return typeof cause.errcode === 'number' ? cause.errcode : 0;
};
