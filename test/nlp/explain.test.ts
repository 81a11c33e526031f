import { describe, expect, test } from 'vitest';
import { createExplain, trainModel } from '../../nlp/index.ts';
import { SMALL_SET } from './small-set.ts';

const explain = createExplain(await trainModel(SMALL_SET), SMALL_SET);
const rowsOf = (text: string): readonly string[] => explain(text).split('\n');
const row = (text: string, name: string): string =>
  rowsOf(text).find((line) => line.startsWith(name)) ?? '';

describe('an explanation', () => {
  const TEXT = 'bonjour il y a des cafards dans la cuisine au 3e étage';

  test('tells the language, the requests and why it is sure or not', () => {
    expect(row(TEXT, 'language')).toContain('French');
    expect(row(TEXT, 'requests')).toMatch(/pests 0\.\d\d|pests 1\.00/);
    expect(row(TEXT, 'outcome')).toMatch(/sure|torn|unsure/);
  });

  test('shows where each fact stands', () => {
    expect(explain(TEXT)).toMatch(/floor_level = 3 \(".*3e étage", letters \d+–54\)/);
  });

  test('names the words and the examples that decided', () => {
    expect(explain(TEXT)).toMatch(/for pests: .*cafards/);
    expect(row('des cafards dans la cuisine, c’est infesté', 'examples')).toContain('pests');
  });

  test('fits a screen', () => {
    expect(rowsOf(TEXT).length).toBeLessThan(30);
  });
});

test('a danger is explained by its rule, its chance and the limit', () => {
  expect(row('ça sent le gaz dans la cuisine', 'danger')).toMatch(
    /gas_smell, now: .*gaz.*chance .*rings from/,
  );
});

test.each(['', '🙂', '???'])('a text without words is explained: "%s"', (text) => {
  expect(row(text, 'outcome')).toContain('no words');
});
