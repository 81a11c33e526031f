import { randomUUID } from 'node:crypto';
import { existsSync, promises, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { BotError } from '../bot/index.ts';
import { makePrivateFile } from './private-file.ts';

/** All pages in one step, off the main thread: one moment of the database, which never starts over. */
const ALL_PAGES = -1;

/** Copies a database to a new file, which appears under its name only when it is whole and on disk. */
export const copyDatabase = async (source: DatabaseSyncInstance, file: string): Promise<void> => {
  const target = resolve(file);
  const unfinished = `${target}.${randomUUID()}.unfinished`;
  try {
    refuseExisting(target);
    makePrivateFile(unfinished);
    await backup(source, unfinished, { rate: ALL_PAGES });
    await sync(unfinished);
    refuseExisting(target);
    await promises.rename(unfinished, target);
    await sync(dirname(target));
  } catch (cause) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw cannotCopy(target, cause);
  }
};

const cannotCopy = (file: string, cause: unknown): BotError => {
  if (cause instanceof BotError) return cause;
  return new BotError(
    `The backup ${file} could not be written: look at the folder, its rights and the free space.`,
    'store-unusable',
    { cause },
  );
};

const refuseExisting = (file: string): void => {
  if (!existsSync(file)) return;
  throw new BotError(
    `The file ${file} is already there and is not overwritten: choose another name for the backup.`,
    'store-refused',
  );
};

const sync = async (path: string): Promise<void> => {
  const handle = await promises.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
