import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { segmentsReport, segmentsTable } from '../../segments-report.ts';

const ROOT = `${process.cwd()}/`;
const CONTENT = join(ROOT, 'dialogs', 'content');

/** The shipped content with one change. */
const changed = (file: string, from: string, to: string): string => {
  const root = mkdtempSync(join(tmpdir(), 'loge-content-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(CONTENT, join(root, 'dialogs', 'content'), { recursive: true });
  cpSync(join(ROOT, 'demo'), join(root, 'demo'), { recursive: true });
  const path = join(root, 'dialogs', 'content', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return root;
};

const over = (root: string) =>
  segmentsReport(root).flatMap(({ at, language, count, most }) =>
    count > most ? [`${at} ${language}`] : [],
  );

test('no text takes more than two SMS, and no safety text more than one', () => {
  const report = segmentsReport(ROOT);
  expect(report.length).toBeGreaterThan(700);
  expect(report.filter(({ most }) => most === 1)).toHaveLength(20);
  expect(over(ROOT)).toEqual([]);
  expect(segmentsTable(report).text).toMatch(/texts, 0 over their limit$/);
});

test('a safety text that grows over one SMS is found', () => {
  const root = changed(
    'safety.json',
    'Sans parler\u00a0: SMS 114.',
    'Sans parler\u00a0: SMS au 114.',
  );
  expect(over(root)).toEqual(['safety gas fr']);
  expect(segmentsTable(segmentsReport(root)).over).toBe(1);
});

test('a letter that no SMS has in its alphabet is found', () => {
  expect(over(changed('safety.json', 'Hold the alarm button.', 'Hold the λ button.'))).toEqual([
    'safety lift en',
  ]);
});

/** What networks take for a wish when it is the whole text. */
const WISHES = 'stop|stopall|arr[eê]t|unsubscribe|end|quit|cancel|revoke|optout|opt-out';
const PROMPT = new RegExp(
  `(?:répond\\p{L}*|envoy\\p{L}*|tap\\p{L}*|écri\\p{L}*|reply|answer|text|send|type|write|say)\\s+(?:par |avec |with |us |me )?[«"“]?\\s*(?:${WISHES})(?!\\p{L})`,
  'iu',
);

const texts = (): readonly string[] =>
  readdirSync(CONTENT)
    .filter((name) => name !== 'cues.json' && name !== 'plain-words.json')
    .flatMap((name) => {
      const found: string[] = [];
      JSON.parse(readFileSync(join(CONTENT, name), 'utf8'), (key, value: unknown) => {
        if ((key === 'fr' || key === 'en') && typeof value === 'string') found.push(value);
        return value;
      });
      return found;
    });

test('no text asks to answer with a word that ends the conversation, and no choice is one', () => {
  const all = texts();
  expect(all.length).toBeGreaterThan(1_000);
  expect(all.filter((text) => PROMPT.test(text))).toEqual([]);
  const exactly = new RegExp(`^\\W*(?:${WISHES})\\W*$`, 'iu');
  expect(all.filter((text) => exactly.test(text))).toEqual([]);
});

test.each([
  'Répondez STOP pour arrêter.',
  'Reply CANCEL.',
  'Envoyez «\u00a0ARRÊT\u00a0» au 36180',
  'text END',
])('it would be found: %s', (text) => {
  expect(PROMPT.test(text)).toBe(true);
});
