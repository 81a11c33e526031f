import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AUDIT_ACTS } from '../../bot/index.ts';

const FILES = ['console', 'console-account'];

const read = (language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(FILES.flatMap((file) => Object.entries(readFile(file, language))));

const readFile = (file: string, language: string) =>
  z
    .record(z.string(), z.string().min(1))
    .parse(JSON.parse(readFileSync(`web/${file}.${language}.json`, 'utf8')));

const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages have the same words with the same holes', () => {
  const fr = read('fr');
  const en = read('en');
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  const uneven = Object.keys(fr).filter(
    (key) => holes(fr[key] ?? '').join() !== holes(en[key] ?? '').join(),
  );
  expect(uneven).toEqual([]);
});

test('French has its spaces before double signs and its own apostrophes', () => {
  const wrong = Object.values(read('fr')).filter((text) => /[^\u00a0\u202f][;:!?]|'/.test(text));
  expect(wrong).toEqual([]);
});

test('everything that is written down has its sentence', () => {
  const fr = read('fr');
  expect(AUDIT_ACTS.filter((act) => fr[`act_${act}`] === undefined)).toEqual([]);
});
