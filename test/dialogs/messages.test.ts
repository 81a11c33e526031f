import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countMessages, median } from '../../bench/count-messages.ts';
import { countedIn, tableOf } from '../../bench/messages.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const catalogue = readFileSync(join(ROOT, 'dialogs/content/catalogue.json'), 'utf8');
const counted = countedIn(import.meta.dirname, catalogue);
const messages = counted.map((one) => one.messages);

describe('over all transcripts', () => {
  test('a technical report takes five messages in the middle case and never more than eight', () => {
    expect(messages.length).toBeGreaterThanOrEqual(60);
    expect(median(messages)).toBeLessThanOrEqual(5);
    expect(Math.max(...messages), tableOf(counted)).toBeLessThanOrEqual(8);
  });

  test('at least fifteen kinds of technical report come to their receipt', () => {
    expect(new Set(counted.map(({ intent }) => intent)).size).toBeGreaterThanOrEqual(15);
  });
});

describe('the counting', () => {
  test('takes the first message and the answers, buttons and photos too', () => {
    const chat =
      'user: a\nbot: b\nphoto:\nbot: c\nbutton: d\nbot: e\n     (incident=water_leak/P2)';
    expect(countMessages(chat)).toEqual([{ intent: 'water_leak', messages: 3 }]);
  });

  test('gives each of two requests the message that they share', () => {
    const chat =
      'user: both\nbot: q\n     (ask=address)\nuser: here\nbot: r\n     (incident=water_leak/P2)\nbot: q\n     (ask=lift_id)\nuser: left\nbot: r\n     (incident=lift_breakdown/P2)';
    expect(countMessages(chat).map((one) => one.messages)).toEqual([2, 2]);
  });

  test('starts anew after a receipt, and takes a corrected receipt for no report', () => {
    const chat =
      'user: a\nbot: r\n     (incident=water_leak/P2)\nbot: n\n     (ask=callback_phone)\nuser: no\nbot: C’est corrigé : x\n     (incident=water_leak/P2)\nuser: b\nbot: r\n     (incident=pests/P3)';
    expect(countMessages(chat).map((one) => one.messages)).toEqual([1, 1]);
  });
});
