import { expect, test } from 'vitest';
import { readCorrections, writeCorrections } from '../../nlp/index.ts';

const KNOWN = new Set(['pests', 'gas_smell']);
const line = (changes: object): string =>
  JSON.stringify({ text: 'des rats', lang: 'fr', intents: ['pests'], p0: false, ...changes });

test('corrections are the lines of a file, and come back as they were written', () => {
  const gas = line({ text: 'ça sent le gaz', intents: ['gas_smell', 'pests'], p0: true });
  const { corrections, faults } = readCorrections(`${line({})}\n\n${gas}\r\n`, KNOWN);
  expect(faults).toEqual([]);
  expect(corrections).toMatchObject([
    { text: 'des rats', intents: ['pests'], voice: 'corrections', line: 1 },
    { text: 'ça sent le gaz', lang: 'fr', line: 3 },
  ]);
  expect(writeCorrections(corrections)).toBe(`${line({})}\n${gas}\n`);
});

test.each([
  ['not JSON', 'JSON object'],
  ['["a list"]', 'JSON object'],
  [line({ text: ' ' }), 'text'],
  [line({ text: 'a'.repeat(2001) }), '2000 characters'],
  [line({ lang: 'de' }), 'lang'],
  [line({ intents: [] }), 'intents'],
  [line({ intents: 'pests' }), 'intents'],
  [line({ intents: ['rats'] }), '"rats"'],
  [line({ p0: 'no' }), 'p0'],
  [line({ p0: true }), 'names no danger'],
  [line({ intents: ['gas_smell'] }), 'names a danger'],
  ['{"alarm":0.1}', 'text'],
])('a line that is no correction is named: %.40s', (wrong, why) => {
  const { corrections, faults } = readCorrections(`${line({})}\n${wrong}`, KNOWN);
  expect(corrections).toHaveLength(1);
  expect(faults).toMatchObject([{ line: 2, what: expect.stringContaining(why) }]);
});
