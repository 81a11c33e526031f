import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMask, parseContent } from '../../dialogs/index.ts';
import { contentFiles } from './loge.ts';
import { aCard, anIban, aSocial, ordinary } from './secret-numbers.ts';

const mask = createMask(parseContent(contentFiles()));

const HARMLESS = ['voici : ', 'mon rib c’est ', 'code 1234, ', '', 'appelez le 06 39 98 12 34. '];
const around = fc.record({
  before: fc.constantFrom(...HARMLESS),
  after: fc.constantFrom('', ' merci', ', 12/29 123', '.'),
});

describe.each([
  ['an account number', anIban, '[IBAN masqué]'],
  ['a card number', aCard, '[carte de paiement masquée]'],
  ['a social security number', aSocial, '[numéro de sécurité sociale masqué]'],
] as const)('%s', (_, number, label) => {
  test('is always masked, and nothing around it', () => {
    fc.assert(
      fc.property(number, around, (secret, { before, after }) => {
        expect(mask.numbers(before + secret + after)).toBe(before + label + after);
      }),
      { numRuns: 2000 },
    );
  });

  test('is kept when it is only nearly one', () => {
    fc.assert(
      fc.property(number, (secret) => {
        const at = secret.search(/\d(?=\D*$)/);
        const other = String((Number(secret[at]) + 1) % 10);
        const wrong = secret.slice(0, at) + other + secret.slice(at + 1);
        expect(mask.numbers(wrong)).not.toBe(label);
      }),
    );
  });
});

test('ordinary figures are never masked', () => {
  fc.assert(
    fc.property(ordinary, (text) => {
      expect(mask.all(text)).toBe(text);
    }),
    { numRuns: 5000 },
  );
});

test('what was masked stays as it is, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), anIban, aCard, aSocial), (text) => {
      expect(mask.all(mask.all(text))).toBe(mask.all(text));
    }),
  );
});

test('figures of other scripts and of wide type are figures', () => {
  expect(mask.numbers('٤١١١ ١١١١ ١١١١ ١١١١')).toBe('[carte de paiement masquée]');
  expect(mask.numbers('４１１１１１１１１１１１１１１１')).toBe('[carte de paiement masquée]');
});

test.each([
  ['mon fils est diabétique', 'mon fils est [détail de santé masqué]'],
  ['J’ai un CANCER du sein', 'J’ai un [détail de santé masqué] du sein'],
  ['maman est sous oxygène', 'maman est [détail de santé masqué]'],
  ['my son is autistic', 'my son is [détail de santé masqué]'],
  ['le voisin sort de prison', 'le voisin sort [infraction masquée]'],
  ['c’est un drug dealer', 'c’est un [infraction masquée]'],
  ['il est en garde-à-vue', 'il est en [infraction masquée]'],
])('%s', (text, kept) => {
  expect(mask.all(text)).toBe(kept);
  expect(mask.numbers(text)).toBe(text);
});

test.each([
  'une voiture sur la place handicapé',
  'la porte est condamnée',
  'il a fait un malaise, il respire mal, vite',
  'les enceintes du voisin font du bruit',
  'on m’a agressée dans le hall',
  'il y a une seringue dans l’escalier',
  'un bruit sourd vient du mur',
  'je suis coincée avc la poussette',
  'dépression nulle aux bouches',
  'rendez ma caution, voleurs',
])('%s', (text) => {
  expect(mask.all(text)).toBe(text);
});

test('no sentence of ours is masked', () => {
  const texts = [...contentFiles()]
    .filter(([name]) => name !== 'sensitive.json')
    .flatMap(([, file]) => stringsIn(JSON.parse(file)));
  expect(texts.filter((text) => mask.all(text) !== text)).toEqual([]);
});

/** What is said; words that are only recognised do not count. */
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'words' ? [] : stringsIn(part)));
};

test('few of the messages that were collected for the understanding are masked', () => {
  const folder = join(import.meta.dirname, '..', 'nlp');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  const texts = lines.flatMap((line) => stringsIn(JSON.parse(line).text));
  const masked = texts.filter((text) => mask.all(text) !== text);
  expect(texts.filter((text) => mask.numbers(text) !== text)).toEqual([]);
  expect(masked.length / texts.length).toBeLessThan(0.02);
});

describe('what shows who somebody is', () => {
  const BIRTH = '[date de naissance masquée]';

  test.each([
    ['je suis née le 14/03/1984', `je suis née le ${BIRTH}`],
    ['Né le 1er avril 1972 à Lille', `Né le ${BIRTH} à Lille`],
    ['date de naissance : 14-03-84', `date de naissance : ${BIRTH}`],
    ['I was born on March 14, 1984', `I was born on ${BIRTH}`],
    ['00482137 et 14/03/1984', `00482137 et ${BIRTH}`],
    ['dob 14.03.1984, flat 3', `dob ${BIRTH}, flat 3`],
  ])('%s is masked wherever it is told', (text, kept) => {
    expect(mask.all(text)).toBe(kept);
  });

  test.each([
    'ça fuit depuis le 14/03/2024',
    'mon bail date du 01/09/2005',
    'mon bail 00482137 court chez vous depuis le 01/09/2005, et rien n’a été réparé dans la cuisine',
    'mon fils est né le 03/11/2026',
    'rendez-vous le 12 mars 2026 à 14 h',
    'appelez le 06 39 98 00 01',
  ])('%s is kept', (text) => {
    expect(mask.all(text)).toBe(text);
  });

  const day = fc.integer({ min: 1, max: 28 });
  const month = fc.integer({ min: 1, max: 12 });
  const year = fc.integer({ min: 1920, max: 2010 });
  const written = fc
    .tuple(day, month, year, fc.constantFrom('/', '.', '-', ' ', ' / '))
    .map(([d, m, y, gap]) => `${String(d).padStart(2, '0')}${gap}${m}${gap}${y}`);
  const before = fc.constantFrom('', '00482137, ', 'mon bail 00482137 et ', 'c’est le ');

  test('property: every date is masked where it was asked', () => {
    fc.assert(
      fc.property(
        written,
        before,
        fc.constantFrom('tenant_ref', 'birth_date'),
        (date, text, asked) => {
          expect(mask.answer(`${text}${date}`, asked)).toBe(`${text}${BIRTH}`);
        },
      ),
    );
  });

  test('eight figures alone are the lease that was asked for, or the date', () => {
    expect(mask.answer('14031984', 'tenant_ref')).toBe('14031984');
    expect(mask.answer('14031984', 'birth_date')).toBe(BIRTH);
    expect(mask.answer('00482137 14031984', 'tenant_ref')).toBe(`00482137 ${BIRTH}`);
  });

  test('a code is masked where it was asked, and only there', () => {
    expect(mask.answer('le code est 123 456.', 'sms_code')).toBe('le code est [code masqué].');
    expect(mask.answer('badge 123456', 'badge_number')).toBe('badge 123456');
    expect(mask.answer('06 39 98 00 01', 'sms_code')).toBe('06 39 98 00 01');
  });
});
