import { describe, expect, test } from 'vitest';
import {
  auroc,
  bestThreshold,
  closedAccuracy,
  fpr95,
  operatingPoint,
  percentOf,
  type Scored,
  thresholdFor,
} from '../../bench/nlu-metrics.ts';
import { editLetters, NOISES, smsSpeak } from '../../bench/nlu-noise.ts';

const right = (score: number): Scored => ({ meant: 'a', intent: 'a', score });
const wrong = (score: number): Scored => ({ meant: 'a', intent: 'b', score });
const unknown = (score: number): Scored => ({ meant: 'out_of_scope', intent: 'a', score });

/** Four in-scope messages, one of them wrong, and two that are out of scope. */
const SCORED = [right(0.9), unknown(0.8), right(0.7), wrong(0.6), unknown(0.4), right(0.3)];

describe('the measures of the bench', () => {
  test('closed accuracy looks at no score', () => {
    expect(closedAccuracy(SCORED)).toMatchObject({ percent: 75, of: 4 });
  });

  test('Wilson bounds', () => {
    expect(percentOf(8, 10)).toEqual({ percent: 80, low: 49, high: 94.3, of: 10 });
  });

  test('AUROC is the share of pairs in order', () => {
    expect(auroc(SCORED)).toBe(50);
    expect(auroc([right(0.9), unknown(0.1)])).toBe(100);
  });

  test('a tie is half a pair in order', () => {
    expect(auroc([right(0.5), unknown(0.5)])).toBe(50);
    expect(auroc([right(0.9), right(0.5), unknown(0.5), unknown(0.1)])).toBe(87.5);
  });

  test('FPR95 counts what passes with 95 % of the in-scope messages', () => {
    expect(fpr95(SCORED)).toBe(100);
    expect(fpr95([right(0.9), right(0.5), unknown(0.6), unknown(0.4)])).toBe(50);
  });

  test('the threshold is the highest that leaves the accuracy asked for', () => {
    expect(thresholdFor(SCORED, 0.25)).toBe(0.9);
    expect(thresholdFor(SCORED, 0.5)).toBe(0.7);
    expect(thresholdFor(SCORED, 0.75)).toBe(0.3);
    expect(thresholdFor(SCORED, 0.8)).toBeUndefined();
  });

  test('a threshold refuses what is below it', () => {
    const { inScopeAccuracy, outOfScopeRecall } = operatingPoint(SCORED, 0.7);
    expect([inScopeAccuracy.percent, outOfScopeRecall.percent]).toEqual([50, 50]);
  });

  test('the best threshold has the most messages right, and may refuse everything', () => {
    expect(bestThreshold(SCORED)).toBe(0.9);
    expect(bestThreshold([right(0.9), right(0.6), unknown(0.5), wrong(0.4)])).toBe(0.6);
    expect(bestThreshold([right(0.5), unknown(0.5)])).toBeGreaterThan(1);
  });
});

/** Gives these numbers, again and again. */
const giving = (...numbers: readonly number[]) => {
  let at = -1;
  return () => {
    at += 1;
    return numbers[at % numbers.length] ?? 0;
  };
};

describe('the noise of the bench', () => {
  const edit = (text: string, ...numbers: readonly number[]) =>
    editLetters(text, { rate: 0.5, chance: giving(...numbers) });

  test('a letter is put in, left out, replaced, or changes place', () => {
    expect(edit('ab', 0, 0, 0, 0.9)).toBe('aab');
    expect(edit('ab', 0, 0.3, 0.9)).toBe('b');
    expect(edit('ab', 0, 0.6, 0.99, 0.9)).toBe('zb');
    expect(edit('abc', 0, 0.9, 0.9)).toBe('bac');
  });

  test('only letters are edited', () => {
    expect(edit('12 !', 0)).toBe('12 !');
    expect(edit('a 1', 0, 0.9, 0)).toBe('a 1');
  });

  test('a text at a place is always spoiled alike, and elsewhere otherwise', () => {
    const noise = NOISES['edits20'];
    const text = 'there is water on the floor of my kitchen';
    expect(noise?.(text, 3)).toBe(noise?.(text, 3));
    expect(noise?.(text, 3)).not.toBe(noise?.(text, 4));
  });

  test('about as much is edited as was asked for', () => {
    const text = 'ABCDEFGHIJ'.repeat(1000);
    const spoiled = NOISES['edits10']?.(text, 0) ?? '';
    const strange = spoiled.replace(/[A-Z]/g, '').length;
    expect(strange).toBeGreaterThan(400);
    expect(strange).toBeLessThan(600);
  });

  test('accents go, and words are shortened', () => {
    expect(NOISES['noAccents']?.('Élève à côté', 0)).toBe('Eleve a cote');
    expect(smsSpeak("Please don't ask why", 0)).toBe('pls dnt ask y');
  });
});
