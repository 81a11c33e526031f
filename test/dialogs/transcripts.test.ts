import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { replay } from './chat-file.ts';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';

const HERE = import.meta.dirname;

const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let loge: Loge;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

describe.each(folders)('%s', (folder) => {
  const names = readdirSync(join(HERE, folder)).filter((name) => name.endsWith('.chat'));
  test.each(names)('%s', async (name) => {
    const file = join(HERE, folder, name);
    await expect(replay(loge, readFileSync(file, 'utf8'))).toMatchFileSnapshot(file);
  });
});
