import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Slots } from '../../bot/index.ts';
import { understandFew } from './tiny.ts';

const isInPlace = (text: string, slots: Slots): void => {
  for (const { value, said, span } of Object.values(slots)) {
    expect(value).not.toBe('');
    expect(said).toBe(said.trim());
    expect(span && span.start < span.end && span.end <= text.length).toBe(true);
    expect(text.slice(span?.start, span?.end)).toBe(said);
  }
};

const wordsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(understandFew(text, {}).slots).map(([slot, { span }]) => [
      slot,
      text.slice(span?.start, span?.end),
    ]),
  );

const PARTS = [
  'fuite au 3ème étage,',
  '12 rue de l’Égalité',
  'bâtiment B',
  'ba\u0302timent',
  'esc 2',
  '4e gauche',
  'porte 12',
  'depuis 3 jours',
  'demain',
  'à 17h30',
  'entre 8h et 12h',
  '06 39 98 12 34',
  '412,50 €',
  '14,5°',
  'on est 5',
  'KMWXZT',
  'dossier 24-1187',
  'un bébé',
  'la chaudière',
  'cuisine',
  '69008',
  'oui',
  '👨‍👩‍👧',
  '🔥',
  '\u200b',
  '\u00a0',
  '\n',
  'œ',
  '\u0301',
  "'",
  '.',
] as const;
const ASKED = [
  undefined,
  'address',
  'building',
  'door',
  'floor_level',
  'since_when',
  'yes_no',
] as const;

describe('every fact leads back to the words that said it', () => {
  test('after spaces, emoji, accents of two characters and curly apostrophes', () => {
    const text =
      ' \n 👨‍👩‍👧 Fuite  au 3e\u0301me étage,\u00a012 rue de l’E\u0301galité, ba\u0302timent\u00a0B !  ';
    expect(wordsIn(text)).toEqual({
      address: '12 rue de l’E\u0301galité',
      building: 'ba\u0302timent\u00a0B',
      floor_level: '3e\u0301me étage',
    });
  });

  test('in the head and in the tail of a text too long to be read whole', () => {
    const middle = 'bla bla '.repeat(1000);
    const text = `  bâtiment B ${middle} depuis 3 jours, 06 39 98 12 34`;
    expect(wordsIn(text)).toEqual({
      building: 'bâtiment B',
      since_when: 'depuis 3 jours',
      phone: '06 39 98 12 34',
    });
  });

  test('and none is put together from words with a thousand others between them', () => {
    const text = `${'x'.repeat(1994)}depuis${' bla'.repeat(1000)}${' 3 jours'.padEnd(2000, '.')}`;
    expect(understandFew(text, {}).slots['since_when']).toBeUndefined();
  });

  test('whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        isInPlace(text, understandFew(text, {}).slots);
      }),
      { numRuns: 300 },
    );
  });

  test('whatever facts are put together, whatever was asked and however long it is', () => {
    const parts = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 20 });
    const glue = fc.constantFrom(' ', '  ', '', '\u00a0', ', ');
    const most = fc.constantFrom(1, 1, 1, 80);
    fc.assert(
      fc.property(parts, glue, most, fc.constantFrom(...ASKED), (list, between, times, asked) => {
        const text = list.join(between).repeat(times);
        isInPlace(text, understandFew(text, asked === undefined ? {} : { asked }).slots);
      }),
      { numRuns: 400 },
    );
  });

  const LONG = [
    'depuis ',
    'rendez-vous jeudi ',
    'entre 8 et ',
    '12 rue de la ',
    'dossier n° ',
    'deux cents ',
    '1 200 ',
    'dehors il fait ',
    'b c d f g ',
    'a\u0301\u0301\u0301',
    ' \n',
    'porte a la ',
  ];
  test.each(LONG)('50,000 characters of %j take bounded time', (part) => {
    const text = part.repeat(Math.ceil(50_000 / part.length));
    const start = performance.now();
    isInPlace(text, understandFew(text, {}).slots);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
