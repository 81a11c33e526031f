import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../store/index.ts';
import { everything, fill, fillNewer } from './everything.ts';
import { newFolder } from './folders.ts';

/** Runs SQL on a file as another program would. */
const alter = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

const newFile = (): string => join(newFolder(), 'loge.db');

describe('a database file', () => {
  test('is made with its folder, and only the account that runs Loge can read any of it', async () => {
    const folder = join(newFolder(), 'deep', 'data');
    const store = await openStore(`sqlite:${join(folder, 'loge.db')}`);
    await fill(store);
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const file of readdirSync(folder)) {
      expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0]);
    }
    await store.close();
  });

  test('holds everything after it was closed and opened again', async () => {
    const url = `sqlite:${newFile()}`;
    const first = await openStore(url);
    await fill(first);
    const before = await everything(first);
    await first.close();
    const second = await openStore(url);
    expect(await everything(second)).toEqual(before);
    await second.close();
  });

  test('holds everything by itself once it is closed, and may be copied by hand', async () => {
    const file = newFile();
    const store = await openStore(`sqlite:${file}`);
    await fill(store);
    const before = await everything(store);
    await store.close();
    const copy = newFile();
    copyFileSync(file, copy);
    const other = await openStore(`sqlite:${copy}`);
    expect(await everything(other)).toEqual(before);
    await other.close();
  });
});

describe('the audit in a file', () => {
  test('is changed by nobody, and nothing of its last year can be taken out', async () => {
    const file = newFile();
    const store = await openStore(`sqlite:${file}`);
    await fill(store);
    await store.close();
    expect(() => alter(file, "UPDATE audit SET doc = '{}'")).toThrow('never changed');
    expect(() => alter(file, 'DELETE FROM audit')).toThrow('kept for a year');
  });
});

describe('a database of another version', () => {
  test('an empty file becomes a database', async () => {
    const file = newFile();
    writeFileSync(file, '');
    const store = await openStore(`sqlite:${file}`);
    await store.check();
    await store.close();
  });

  test('version 1, as it was released, opens with all it holds', async () => {
    const file = newFile();
    alter(file, readFileSync('test/store/version-1.sql', 'utf8'));
    const old = await openStore(`sqlite:${file}`);
    const fresh = await openStore('sqlite::memory:');
    await fill(fresh);
    await fillNewer(old);
    expect(await everything(old)).toEqual(await everything(fresh));
    await Promise.all([old.close(), fresh.close()]);
  });

  test('one from the future is refused, untouched, and may be tried again', async () => {
    const file = newFile();
    await (await openStore(`sqlite:${file}`)).close();
    alter(file, 'PRAGMA user_version = 99');
    const before = readFileSync(file);
    for (const _ of [1, 2]) {
      await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({
        code: 'store-unusable',
        message: expect.stringContaining('newer Loge'),
      });
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('one of another program is refused, untouched', async () => {
    const file = newFile();
    alter(file, 'CREATE TABLE recipe (name TEXT)');
    const before = readFileSync(file);
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({
      code: 'store-unusable',
      message: expect.stringContaining('another program'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is no database is refused, untouched', async () => {
    const file = newFile();
    writeFileSync(file, 'Madame, Monsieur, '.repeat(500));
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'store-unusable' });
    expect(readFileSync(file, 'utf8')).toBe('Madame, Monsieur, '.repeat(500));
  });

  test('a path that cannot be a file is refused by name', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    const file = join(folder, 'file', 'loge.db');
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({
      code: 'store-unusable',
      message: expect.stringContaining(file),
    });
  });
});

describe('an address', () => {
  test('of MongoDB says kindly that it is not available', async () => {
    for (const url of ['mongodb://host/loge', 'mongodb+srv://host/loge']) {
      await expect(openStore(url)).rejects.toMatchObject({
        code: 'bad-settings',
        message: expect.stringContaining('not available in this version'),
      });
    }
  });

  test.each(['', 'sqlite:', 'sqlite://loge.db', 'postgres://x', 'loge.db'])(
    '"%s" is not understood, and the cure is named',
    async (url) => {
      await expect(openStore(url)).rejects.toMatchObject({
        code: 'bad-settings',
        message: expect.stringContaining('sqlite:./data/loge.db'),
      });
    },
  );
});
