import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Understanding } from '../../bot/index.ts';
import { understandFew } from './tiny.ts';

const isValid = (
  text: string,
  { intents, guesses, outcome, slots, lang, ...rest }: Understanding,
): void => {
  expect(rest.text).toBe(text);
  expect(lang).toMatch(/^[a-z]{2}$/);
  expect(['sure', 'torn', 'unsure']).toContain(outcome);
  expect(guesses.length).toBeLessThanOrEqual(5);
  for (const { p } of [...intents, ...guesses]) expect(p >= 0 && p <= 1).toBe(true);
  expect(new Set(intents.map(({ id }) => id)).size).toBe(intents.length);
  for (const { value } of Object.values(slots)) expect(value).not.toBe('');
};

describe('any text has a meaning, if only that there is none', () => {
  test('whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        isValid(text, understandFew(text, {}));
      }),
      { numRuns: 300 },
    );
  });

  test('whatever words are put together, and whatever was asked', () => {
    const words = [
      'gaz',
      'sens',
      'le',
      'feu',
      "l'ascenseur",
      'dans',
      '3',
      'rue',
      'bat',
      'B',
      '06',
      ',',
      '.',
      '?',
      'pas',
      'depuis',
      'hier',
      'n°',
      "'",
      '1)',
      'oui',
    ];
    const asked = fc.constantFrom(
      undefined,
      'address',
      'building',
      'floor_level',
      'since_when',
      'indoor_temperature',
      'yes_no',
      'room',
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), asked, (list, slot) => {
        const text = list.join(' ');
        isValid(text, understandFew(text, slot === undefined ? {} : { asked: slot }));
      }),
      { numRuns: 300 },
    );
  });

  test('the same text always means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(understandFew(text, {})).toEqual(understandFew(text, {}));
      }),
      { numRuns: 100 },
    );
  });

  test('nothing at all is nothing', () => {
    for (const text of ['', '   ', '\n\n', '...', '?!']) {
      expect(understandFew(text, {})).toMatchObject({ intents: [], outcome: 'unsure', slots: {} });
    }
  });

  const LONG: readonly (readonly [string, string])[] = [
    ['one word over and over', 'gaz '.repeat(12_500)],
    ['one letter', 'a'.repeat(50_000)],
    ['figures', '0'.repeat(50_000)],
    ['phone numbers', '06 '.repeat(16_000)],
    ['emoji', '😀'.repeat(25_000)],
    ['commas', ', '.repeat(25_000)],
    ['apostrophes', "l'".repeat(25_000)],
    ['words of danger', 'ascenseur bloqué entre fuite coule prise eau odeur '.repeat(1000)],
    ['control characters', '\u0000\u0007\u202e'.repeat(16_000)],
    ['streets without end', '12 rue de la '.repeat(4000)],
    ['spaces', ' '.repeat(50_000)],
  ];
  test.each(LONG)('50,000 characters of %s take bounded time', (_, text) => {
    const start = performance.now();
    isValid(text, understandFew(text, {}));
    expect(performance.now() - start).toBeLessThan(1500);
  });

  test('an emergency at the end of an endless message is heard', () => {
    const story = 'bla bla bla je vous raconte ma vie depuis le début. '.repeat(900);
    expect(understandFew(`${story} Et ça sent le gaz dans l'escalier.`, {}).danger?.certainty).toBe(
      'now',
    );
  });
});
