import { describe, expect, it } from 'vitest';
import { BotError } from '../../bot/index.ts';
import { parseImportWords, parsePlaceWords } from '../../incidents/index.ts';
import { content } from './landlord.ts';

type Wording = { readonly path: string; readonly fr: string; readonly en: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const wordings = (value: unknown, path: string): readonly Wording[] => {
  if (!isRecord(value)) return [];
  const { fr, en } = value;
  if (typeof fr === 'string' && typeof en === 'string') return [{ path, fr, en }];
  return Object.entries(value).flatMap(([key, inner]) => wordings(inner, `${path}.${key}`));
};

const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(['import', 'tracking', 'catalogue'])('the wording of %s', (name) => {
  const all = wordings(content(name), name);

  it('is there, with the same placeholders in both languages', () => {
    expect(all.length).toBeGreaterThan(10);
    for (const { path, fr, en } of all) {
      expect([path, ...placeholders(fr)]).toEqual([path, ...placeholders(en)]);
    }
  });

  it('keeps French signs on the line of their word', () => {
    const loose = all.filter(({ fr }) => /\s[;:!?»]|«\s/.test(fr.replace(/[\u00a0\u202f]/g, '_')));
    const glued = all.filter(({ fr }) =>
      /[^\s_\d][;!?»]|«[^\s]/.test(fr.replace(/[\u00a0\u202f]/g, ' ')),
    );
    expect([loose, glued]).toEqual([[], []]);
  });

  it('is said in sentences of at most twenty words', () => {
    const long = all.filter(({ fr, en }) =>
      [fr, en].some((text) =>
        text.split(/[.!?](?:\s|$)/).some((one) => one.split(/\s+/).length > 20),
      ),
    );
    expect(long).toEqual([]);
  });
});

describe('wording with a fault is refused and the fault is named', () => {
  it.each([
    [
      'import words',
      parseImportWords,
      { version: 1, faults: { empty: { fr: 'Vide.' } } },
      'empty.en',
    ],
    ['place words', parsePlaceWords, { version: 1, labels: { building: '' } }, 'labels.building'],
  ])('%s', (_, parse, json, fault) => {
    expect(() => parse(json)).toThrow(BotError);
    expect(() => parse(json)).toThrow(fault);
  });
});
