import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateLines, readExamples } from '../../nlp/index.ts';
import { understandTrained } from './trained.ts';

const understand = await understandTrained();

const measured = async (name: string) => {
  const lines = await readFile(join(import.meta.dirname, name), 'utf8');
  return evaluateLines(lines.split('\n'), understand);
};
const [ordinary, hard, dangers] = await Promise.all([
  measured('held-out.jsonl'),
  measured('hard.jsonl'),
  measured('dangers.jsonl'),
]);

/** Floors under what was measured, so that a broken engine is seen; the figures themselves are printed by `evaluate`. */
describe('messages by other writers, never trained on', () => {
  test('every line was used', () => {
    expect([ordinary.skipped, hard.skipped, dangers.skipped]).toEqual([0, 0, 0]);
    expect(ordinary.messages).toBeGreaterThan(1400);
    expect(hard.messages).toBeGreaterThan(700);
    expect(dangers.messages).toBe(700);
  });

  test('the first request is found', () => {
    expect(ordinary.accuracySingle.share).toBeGreaterThan(0.92);
    expect(hard.accuracySingle.share).toBeGreaterThan(0.83);
  });

  test('dangers are heard, and rarely imagined', () => {
    expect(ordinary.danger.recall.share).toBeGreaterThan(0.97);
    expect(ordinary.danger.falseAlarms.share).toBeLessThan(0.025);
    expect(hard.danger.recall.share).toBeGreaterThan(0.95);
    expect(hard.danger.falseAlarms.share).toBeLessThan(0.06);
    expect(dangers.danger.recall.share).toBeGreaterThan(0.95);
    expect(dangers.danger.falseAlarms.share).toBeLessThan(0.08);
  });

  test('what is said for sure is seldom wrong', () => {
    expect(ordinary.wrongWhenSure.share).toBeLessThan(0.03);
    expect(ordinary.outcomes.sure.share).toBeGreaterThan(0.3);
    expect(hard.wrongWhenSure.share).toBeLessThan(0.06);
    expect(dangers.wrongWhenSure.share).toBeLessThan(0.03);
  });

  test('what is none of our business is not answered as if it were', () => {
    expect(ordinary.outOfScope.notSure.share).toBeGreaterThan(0.92);
    expect(hard.outOfScope.notSure.share).toBeGreaterThan(0.92);
  });

  test('several requests are told apart', () => {
    expect(ordinary.several.f1).toBeGreaterThan(0.85);
    expect(hard.several.f1).toBeGreaterThan(0.75);
  });

  test('the language is right', () => {
    expect(ordinary.language.share).toBeGreaterThan(0.98);
    expect(hard.language.share).toBeGreaterThan(0.98);
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
    ['zero-width characters', (text) => Array.from(text).join('\u200B').normalize()],
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
