import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../bot/index.ts';
import { backupStore, openStore } from '../../store/index.ts';
import { everything, fill } from './everything.ts';
import { newFolder } from './folders.ts';
import { anInbound } from './samples.ts';

const openFilled = async () => {
  const folder = newFolder();
  const url = `sqlite:${join(folder, 'loge.db')}`;
  const store = await openStore(url);
  await fill(store);
  return { folder, url, store, copy: join(folder, 'copies', 'monday.db') };
};

const restored = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const store = await openStore(`sqlite:${file}`);
  await store.check();
  const found = await everything(store);
  await store.close();
  return found;
};

const numbersIn = async (store: Store): Promise<readonly number[]> => {
  const rows = await store.newInbound('busy', 1_000);
  return rows.map(({ id }) => Number(id.slice('web:busy:'.length)));
};

describe('backup', () => {
  test('a restored copy holds everything, whatever happens to the original afterwards', async () => {
    const { store, copy } = await openFilled();
    const before = await everything(store);
    await store.backup(copy);
    await store.addInbound(anInbound('web:later'));
    expect(await restored(copy)).toEqual(before);
    await store.close();
  });

  test('a database in memory can be copied too', async () => {
    const store = await openStore('sqlite::memory:');
    await fill(store);
    const copy = join(newFolder(), 'copy.db');
    await store.backup(copy);
    expect(await restored(copy)).toEqual(await everything(store));
    await store.close();
  });

  test('a copy made while writes go on is one moment: nothing acknowledged before is missing', async () => {
    const { store, copy } = await openFilled();
    let [asked, kept, over] = [0, 0, false];
    const writing = (async () => {
      while (!over) {
        asked += 1;
        await store.addInbound(anInbound(`web:busy:${asked}`, 'busy'));
        kept = asked;
      }
    })();
    await expect.poll(() => kept).toBeGreaterThan(20);
    const keptBefore = kept;
    await store.backup(copy);
    over = true;
    await writing;
    await store.close();
    const copied = await openStore(`sqlite:${copy}`);
    const numbers = await numbersIn(copied);
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(Math.min(keptBefore, 1_000));
    await copied.close();
  });

  test('the database of a running Loge is copied from outside, and one that is stopped as well', async () => {
    const { url, store, copy } = await openFilled();
    const before = await everything(store);
    await backupStore(url, copy);
    expect(await restored(copy)).toEqual(before);
    await store.close();
    await backupStore(url, `${copy}.stopped`);
    expect(await restored(`${copy}.stopped`)).toEqual(before);
  });

  test('nothing that is there is overwritten, least of all the database itself', async () => {
    const { folder, url, store } = await openFilled();
    const other = join(folder, 'letter.txt');
    writeFileSync(other, 'Madame, Monsieur');
    for (const file of [other, join(folder, 'loge.db'), join(folder, 'loge.db-wal')]) {
      await expect(store.backup(file)).rejects.toMatchObject({ code: 'store-refused' });
      await expect(backupStore(url, file)).rejects.toMatchObject({ code: 'store-refused' });
    }
    expect(readFileSync(other, 'utf8')).toBe('Madame, Monsieur');
    await store.check();
    await store.close();
  });

  test('a copy that cannot be made leaves nothing behind', async () => {
    const { folder, store } = await openFilled();
    writeFileSync(join(folder, 'file'), '');
    const files = readdirSync(folder);
    await expect(store.backup(join(folder, 'file', 'copy.db'))).rejects.toMatchObject({
      code: 'store-unusable',
    });
    expect(readdirSync(folder)).toEqual(files);
    await store.close();
  });

  test('closing waits for a copy that is being made', async () => {
    const { store, copy } = await openFilled();
    const before = await everything(store);
    const copying = store.backup(copy);
    await store.close();
    await copying;
    expect(await restored(copy)).toEqual(before);
  });

  test('what is in memory only, or nowhere, cannot be copied from outside', async () => {
    const folder = newFolder();
    await expect(backupStore('sqlite::memory:', join(folder, 'a.db'))).rejects.toMatchObject({
      code: 'bad-settings',
    });
    await expect(
      backupStore(`sqlite:${join(folder, 'no.db')}`, join(folder, 'a.db')),
    ).rejects.toMatchObject({ code: 'store-unusable' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('only the account that runs Loge can read a copy', async () => {
    const { store, copy } = await openFilled();
    await store.backup(copy);
    expect(statSync(copy).mode & 0o077).toBe(0);
    await store.close();
  });
});
