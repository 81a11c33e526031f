import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import en from '../../web/widget.en.json';
import fr from '../../web/widget.fr.json';
import { directionOf, languageOf, wordsOf } from '../../web/words.ts';

const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages have the same wordings with the same places for values', () => {
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  const pairs = Object.values(fr).map((text, at) => [text, Object.values(en)[at] ?? '']);
  for (const [french = '', english = ''] of pairs) expect(holes(english)).toEqual(holes(french));
});

test('French wordings put a space that does not break before double punctuation', () => {
  for (const text of Object.values(fr)) expect(text).not.toMatch(/(^|[^\u00a0\u202f])[;:!?](\s|$)/);
});

test('a value takes its place in a wording', () => {
  expect(wordsOf('fr')('new_other', { count: 3 })).toBe('3 nouveaux messages');
  expect(wordsOf('en')('new_one', { count: 1 })).toBe('1 new message');
});

test('a language tag leads to French, English or neither', () => {
  expect(['fr-CA', 'EN-gb', 'de', undefined].map(languageOf)).toEqual([
    'fr',
    'en',
    undefined,
    undefined,
  ]);
});

test('Arabic runs from the right', () => {
  expect(['ar', 'fr', 'zh'].map(directionOf)).toEqual(['rtl', 'ltr', 'ltr']);
});

test('no sentence stands in the code: every wording is in a catalogue', async () => {
  const names = (await readdir('web')).filter(
    (name) => name.endsWith('.tsx') && !name.startsWith('console'),
  );
  for (const name of names) {
    const code = await readFile(`web/${name}`, 'utf8');
    expect(code, name).not.toMatch(/>\s*[A-ZÀ-Ý][a-zà-ÿ]+[^<>{}=;()]*</);
  }
});
