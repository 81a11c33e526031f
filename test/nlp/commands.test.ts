import { expect, test } from 'vitest';
import { classifyLines, evaluateLines } from '../../nlp/index.ts';
import { understandFew } from './tiny.ts';

async function* lines(...texts: readonly string[]): AsyncIterable<string> {
  yield* texts;
}

const classified = async (...texts: readonly string[]): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for await (const line of classifyLines(lines(...texts), understandFew))
    found.push(JSON.parse(line));
  return found;
};

test('classify answers every line with one line of the promised form', async () => {
  const [first, ...others] = await classified(
    'plus de chauffage depuis 3 jours au 2eme',
    '',
    '{"text":"ça sent le gaz"}',
  );
  expect(Object.keys(Object(first))).toEqual([
    'text',
    'lang',
    'intents',
    'outcome',
    'p0',
    'slots',
    'ms',
  ]);
  expect(first).toMatchObject({
    lang: 'fr',
    p0: false,
    slots: { since_when: 'P3D', floor_level: '2' },
  });
  expect(others).toMatchObject([
    { text: '', intents: [], outcome: 'unsure', p0: false, slots: {} },
    { text: 'ça sent le gaz', p0: true, intents: [{ id: 'gas_smell' }] },
  ]);
});

test('a line that looks like JSON and is not is a message', async () => {
  expect(await classified('{plus de chauffage')).toMatchObject([{ text: '{plus de chauffage' }]);
});

test('evaluate measures what was meant against what was found', () => {
  const labelled = [
    { text: 'ça sent le gaz', lang: 'fr', intents: ['gas_smell'], p0: true },
    { text: 'la VMC hurle', lang: 'fr', intents: ['ventilation_vmc'], p0: false },
    { text: 'there is a fire in the kitchen', lang: 'en', intents: ['fire_smoke'], p0: true },
  ].map((line) => JSON.stringify(line));
  const result = evaluateLines([...labelled, '', 'not JSON'], understandFew);
  expect(result).toMatchObject({
    messages: 3,
    skipped: 1,
    accuracy: { share: 0.6667, of: 3 },
    danger: { recall: { share: 1, of: 2 }, falseAlarms: { share: 0, of: 1 } },
    language: { share: 1 },
  });
  expect(result.accuracy.low).toBeGreaterThan(0.2);
  expect(result.accuracy.high).toBeLessThan(0.95);
  expect(result.perIntent['gas_smell']).toEqual({ precision: 1, recall: 1, meant: 1 });
});

test('nothing to evaluate is measured as nothing', () => {
  expect(evaluateLines([], understandFew)).toMatchObject({ messages: 0, accuracy: { of: 0 } });
});
