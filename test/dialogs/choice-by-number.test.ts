import { beforeAll, describe, expect, test } from 'vitest';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

let loge: Loge;
let asked: Visit;

beforeAll(async () => {
  loge = await shippedLoge();
  const leak = hear(loge, newVisit(), {
    text: "j'ai une fuite sous l'évier de la cuisine, 12 rue des Tilleuls bâtiment B",
    photos: [],
  });
  asked = hear(loge, leak, { text: '1', photos: [] });
}, LEARNING);

/** What is kept as the answer to how much water there is. */
const kept = (text: string): string | undefined =>
  hear(loge, asked, { text, photos: [] }).state.stack.at(-1)?.slots['containable']?.value;

test('the question has choices to number', () => {
  expect(asked.state.offered?.map(({ title }) => title)).toEqual([
    'Quelques gouttes',
    'Oui, un seau suffit',
    'Non, ça déborde',
    'Je ne sais pas',
  ]);
  expect(asked.state.stack.at(-1)?.asked).toBe('containable');
});

describe('the third choice is named by', () => {
  test.each([
    '3',
    '3)',
    '3.',
    '(3)',
    'la 3',
    'n°3',
    'N° 3',
    'numéro 3',
    'réponse 3',
    'choix 3',
    'trois',
    'Trois.',
    'la trois',
    'le troisième',
    'La 3e',
    'la 3ème',
    'the third',
    'number three',
    'option 3',
  ])('%s', (text) => {
    expect(kept(text)).toBe('no');
  });
});

describe('no choice is named by', () => {
  test.each(['33', '0', '9', 'les trois pièces', 'il y en a 3'])('%s', (text) => {
    expect(kept(text)).not.toBe('no');
  });
});
