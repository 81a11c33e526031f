import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const HAPPY = join(import.meta.dirname, 'happy');
const SAID = /^(?:user|button|photo):/;

/** How many messages a tenant sent until the incident was confirmed, for each happy path that ends in one. */
const lengths = readdirSync(HAPPY).flatMap((name) => {
  const lines = readFileSync(join(HAPPY, name), 'utf8').split('\n');
  const confirmed = lines.findIndex((line) => line.includes('(incident='));
  if (confirmed === -1) return [];
  return [lines.slice(0, confirmed).filter((line) => SAID.test(line)).length];
});

test('a report takes five messages in the middle case and never more than eight', () => {
  const sorted = lengths.toSorted((one, two) => one - two);
  expect(sorted.length).toBeGreaterThanOrEqual(20);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(5);
  expect(sorted.at(-1)).toBeLessThanOrEqual(8);
});

test('at least twenty kinds of request have a happy path', () => {
  const kinds = readdirSync(HAPPY).flatMap((name) =>
    [...readFileSync(join(HAPPY, name), 'utf8').matchAll(/incident=(\w+)/g)].map(([, id]) => id),
  );
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(20);
});
