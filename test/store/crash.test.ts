import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../bot/index.ts';
import { backupStore, openStore } from '../../store/index.ts';
import { buildChild } from './child-process.ts';
import { newFolder } from './folders.ts';

let start: Awaited<ReturnType<typeof buildChild>>;

beforeAll(async () => {
  start = await buildChild();
});

const newUrl = (): string => `sqlite:${newFolder()}/loge.db`;

/** The highest number a process has acknowledged, by what it wrote. */
const acknowledged = (said: readonly string[], what: string, conversation: string): number =>
  said
    .filter((line) => line.startsWith(`${what} ${conversation} `))
    .reduce((most, line) => Math.max(most, Number(line.split(' ')[2])), 0);

const expectNothingLost = async (store: Store, said: readonly string[]): Promise<void> => {
  for (const id of ['a', 'b', 'c', 'd']) {
    const rows = (await store.newInbound(id, 1_000)).map((row) => row.id);
    expect(rows).toEqual(rows.map((_, n) => `${id}:${n + 1}`));
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged(said, 'inbound', id));
    const conversation = await store.conversation(id);
    expect(conversation?.seq ?? 0).toBeGreaterThanOrEqual(acknowledged(said, 'saved', id));
    const lines = (await store.entries(id, 0, 1_000)).map(({ seq }) => seq);
    expect(lines).toEqual(lines.map((_, n) => n + 1));
    expect(lines.length).toBeGreaterThanOrEqual(acknowledged(said, 'entry', id));
  }
};

describe('one process at a time', () => {
  test('a second process is refused, and told which file and what to do', async () => {
    const url = newUrl();
    const store = await openStore(url);
    const line = await start([url]).hears((said) => said.startsWith('refused'));
    expect(line).toContain('store-locked');
    expect(line).toContain(url.slice('sqlite:'.length));
    expect(line).toContain('DATABASE_URL');
    await store.check();
    await store.close();
  });

  test('the same process is refused as well, and the first store goes on', async () => {
    const url = newUrl();
    const store = await openStore(url);
    await expect(openStore(url)).rejects.toMatchObject({ code: 'store-locked' });
    await expect(openStore(url)).rejects.toMatchObject({ code: 'store-locked' });
    const other = start([url]);
    expect(await other.hears((line) => line.startsWith('refused'))).toContain('store-locked');
    await store.check();
    await store.close();
  });

  test('a store that was closed lets the next process in', async () => {
    const url = newUrl();
    await (await openStore(url)).close();
    const child = start([url]);
    await child.hears((line) => line === 'open');
    await child.kill();
  });

  test('right after kill -9 the next process is let in', async () => {
    const url = newUrl();
    const child = start([url]);
    await child.hears((line) => line === 'open');
    await expect(openStore(url)).rejects.toMatchObject({ code: 'store-locked' });
    await child.kill();
    const store = await openStore(url);
    await store.check();
    await store.close();
  });
});

describe('what was acknowledged is on disk', () => {
  test('after kill -9 under traffic, again and again on one file', async () => {
    const url = newUrl();
    for (const acks of [1, 40, 90]) {
      const child = start([url, 'traffic']);
      const reached = () => child.said.length > acks;
      await child.hears(reached);
      await child.kill();
      const store = await openStore(url);
      await expectNothingLost(store, child.said);
      await store.close();
    }
  });

  test('in a copy made from outside right after kill -9 as well', async () => {
    const folder = newFolder();
    const child = start([`sqlite:${folder}/loge.db`, 'traffic']);
    await child.hears(() => child.said.length > 60);
    await child.kill();
    await backupStore(`sqlite:${folder}/loge.db`, `${folder}/copy.db`);
    const copy = await openStore(`sqlite:${folder}/copy.db`);
    await expectNothingLost(copy, child.said);
    await copy.close();
  });

  test('when the disk is full the write is refused, and nothing before it is lost', async () => {
    const url = newUrl();
    const child = start([url, 'traffic'], { fileBlocks: 1_600 });
    const line = await child.hears((said) => said.startsWith('refused'));
    expect(line).toContain('store-unusable');
    await child.kill();
    const store = await openStore(url);
    await expectNothingLost(store, child.said);
    await store.check();
    await store.close();
  });
});
