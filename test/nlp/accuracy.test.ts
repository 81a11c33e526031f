import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateLines, readExamples } from '../../nlp/index.ts';
import { understandTrained } from './trained.ts';

const understand = await understandTrained();
const heldOut = await readFile(join(import.meta.dirname, 'held-out.jsonl'), 'utf8');
const result = evaluateLines(heldOut.split('\n'), understand);

/** Floors under what was measured, so that a broken engine is seen; the figures themselves are printed by `evaluate`. */
describe('messages by other writers, never trained on', () => {
  test('every line was used', () => {
    expect(result.skipped).toBe(0);
    expect(result.messages).toBeGreaterThan(500);
  });

  test('the first request is found', () => {
    expect(result.accuracySingle.share).toBeGreaterThan(0.6);
  });

  test('dangers are heard, and rarely imagined', () => {
    expect(result.danger.recall.share).toBeGreaterThan(0.7);
    expect(result.danger.falseAlarms.share).toBeLessThan(0.06);
  });

  test('what is none of our business is not answered as if it were', () => {
    expect(result.outOfScope.notSure.share).toBeGreaterThan(0.9);
  });

  test('several requests are told apart', () => {
    expect(result.several.f1).toBeGreaterThan(0.7);
  });

  test('the language is right', () => {
    expect(result.language.share).toBeGreaterThan(0.97);
  });

  test('an answer takes milliseconds', () => {
    expect(result.ms.p50).toBeLessThan(5);
  });
});

describe('what changes nothing for a reader changes nothing', async () => {
  const examples = await readExamples(join(import.meta.dirname, '../../nlp/examples'));
  const some = examples.filter(({ intents }, at) => intents.length === 1 && at % 7 === 0);
  const dressed: readonly (readonly [string, (text: string) => string])[] = [
    ['capitals', (text) => text.toUpperCase()],
    ['exclamation marks', (text) => `${text} !!!`],
    ['spaces around', (text) => `  ${text}\n`],
    ['no-break spaces', (text) => text.replaceAll(' ', '\u00A0')],
    ['accents composed otherwise', (text) => text.normalize('NFD')],
    ['zero-width characters', (text) => text.split('').join('\u200B').normalize()],
  ];
  test.each(dressed)('%s', (_, dress) => {
    const changed = some.filter(
      ({ text }) =>
        understand(dress(text), {}).intents[0]?.id !== understand(text, {}).intents[0]?.id,
    );
    expect(changed.map(({ text }) => text)).toEqual([]);
  });

  test('missing accents change next to nothing', () => {
    const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
    const same = some.filter(
      ({ text }) =>
        understand(bare(text), {}).intents[0]?.id === understand(text, {}).intents[0]?.id,
    );
    expect(same.length / some.length).toBeGreaterThan(0.99);
  });

  test('the examples themselves are learned', () => {
    const right = some.filter(({ text, intents }) =>
      intents.includes(understand(text, {}).intents[0]?.id ?? ''),
    );
    expect(right.length / some.length).toBeGreaterThan(0.9);
  });
});
