import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LEARNING, type Shipped, shippedParts } from './shipped.ts';
import { openSmsHouse } from './sms-house.ts';
import { replaySms } from './sms-story.ts';

const FOLDER = join(import.meta.dirname, 'sms-stories');

let loge: Shipped;

beforeAll(async () => {
  loge = await shippedParts();
}, LEARNING);

describe('by SMS alone', () => {
  test.each(readdirSync(FOLDER))('%s', async (name) => {
    const file = join(FOLDER, name);
    const house = await openSmsHouse(loge);
    const story = await replaySms(house, readFileSync(file, 'utf8'));
    await house.close();
    await expect(story).toMatchFileSnapshot(file);
  });
});
