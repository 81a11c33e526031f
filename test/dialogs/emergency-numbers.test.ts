import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseContent, phoneNumbersIn } from '../../dialogs/index.ts';
import { contentFiles } from './loge.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WEB = readdirSync(join(ROOT, 'web')).filter((name) => /\.(?:json|html)$/.test(name));
const texts = new Map([
  ...[...contentFiles()].filter(([name]) => name !== 'emergency-numbers.json'),
  ...WEB.map((name) => [name, readFileSync(join(ROOT, 'web', name), 'utf8')] as const),
]);
const { numbers, safety, dangers } = parseContent(contentFiles());
const digits = (text: string): string => text.replace(/\D/g, '');
const known = numbers.map(({ number }) => digits(number));

test.each([...texts])('%s names no number that is not in the table', (_, text) => {
  expect(phoneNumbersIn(text).filter((found) => !known.includes(digits(found)))).toEqual([]);
});

test('each number says what for, where, who says so and when that was checked', () => {
  for (const { country, source, checked } of numbers) {
    expect(country).toBe('FR');
    expect(source).toMatch(/^https:\/\//);
    expect(checked).toBe('2026-11');
  }
});

test('each danger tells a number, and violence the silent one first', () => {
  for (const { safety: id } of dangers.values()) {
    expect(phoneNumbersIn(safety.get(id)?.fr ?? '').length).toBeGreaterThan(0);
  }
  expect(phoneNumbersIn(safety.get('violence')?.fr ?? '')[0]).toBe('114');
  expect(phoneNumbersIn(safety.get('violence')?.en ?? '')[0]).toBe('114');
});

describe('a phone number is seen', () => {
  test.each([
    ['Appelez le 01 40 20 20 20.', ['01 40 20 20 20']],
    ['Appelez le 0612345678 !', ['0612345678']],
    ['+33 1 40 20 20 20', ['+33 1 40 20 20 20']],
    ['le 0 800 47 33 33 ou le 18 / 112', ['0 800 47 33 33', '18', '112']],
    ['Le 115 ou le 116 117, sinon le 36 24', ['115', '116 117', '36 24']],
    ['0,15 € la minute, à 18 h, 17 °C, 24h/24, 5 jours, 12 rue, art. 6', []],
    ['Par exemple : 06 39 98 00 00.', []],
  ])('%s', (text, found) => {
    expect(phoneNumbersIn(text)).toEqual(found);
  });
});
