import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examplesReport } from '../../examples-report.ts';
import { checkExamples, type Example } from '../../nlp/index.ts';

const report = await examplesReport(join(import.meta.dirname, '../..'));

describe('the examples that ship', () => {
  test('are enough for every intent in both languages', () => {
    expect(report.tooFew).toEqual([]);
    expect(report.outOfScope.all).toBeGreaterThanOrEqual(600);
    expect(report.outOfScope.near).toBeGreaterThanOrEqual(300);
    expect(report.several).toBeGreaterThanOrEqual(300);
    expect(report.unsaid).toBeGreaterThanOrEqual(200);
    expect(report.lookAlikes).toBeGreaterThanOrEqual(200);
  });

  test('come from many writers, in many ways of writing', () => {
    expect(report.voices).toBeGreaterThan(500);
    const least = { short: 0.1, shortened: 0.15, dictated: 0.05, long: 0.03, shouted: 0.01 };
    for (const [style, share] of Object.entries(least)) {
      const count = Object.entries(report.styles).find(([name]) => name === style)?.[1] ?? 0;
      expect(count / report.examples, style).toBeGreaterThan(share);
    }
  });

  test('hardly repeat one another', () => {
    expect(report.nearDuplicates.same / report.examples).toBeLessThan(0.01);
    expect(report.nearDuplicates.contradicting.length).toBeLessThan(20);
  });

  test('are not the messages that measure', () => {
    expect(report.leaks.length).toBeLessThan(12);
  });
});

const example = (text: string, intent: string, kind?: string): Example => ({
  text,
  lang: 'fr',
  intents: [intent],
  ...(kind === undefined ? {} : { kind }),
});

describe('the check itself', () => {
  const few = [
    example('ça sent le gaz dans la cuisine', 'gas_smell'),
    example('une odeur d’œuf pourri monte de la cave', 'gas_smell'),
    example('le bus du quartier passe à quelle heure', 'out_of_scope', 'near'),
    example('la chasse des toilettes coule sans arrêt', 'plumbing_fixture_repair'),
  ];

  test('counts what there is and names what is missing', () => {
    const found = checkExamples(few, []);
    expect(found).toMatchObject({ examples: 4, unsaid: 1, outOfScope: { all: 1, near: 1 } });
    expect(found.tooFew).toContain('gas_smell fr: 2');
    expect(found.nearDuplicates).toEqual({ same: 0, contradicting: [] });
  });

  test('sees a repeated, a contradicting and a leaked text', () => {
    const twin = example('la chasse des toilettes coule sans arrêt !', 'plumbing_fixture_repair');
    expect(checkExamples([...few, twin], []).nearDuplicates.same).toBe(2);
    const other = example('La chasse des toilettes coule sans arrêt', 'water_leak');
    expect(checkExamples([...few, other], []).nearDuplicates.contradicting).toHaveLength(2);
    expect(checkExamples(few, [other]).leaks).toHaveLength(1);
  });
});
