import { beforeAll, describe, expect, test } from 'vitest';
import type { Patience } from '../../bot/index.ts';
import { createPatience } from '../../dialogs/index.ts';
import { LEARNING, shippedLoge } from './loge.ts';

let patience: Patience;

beforeAll(async () => {
  const { content, understand } = await shippedLoge();
  patience = createPatience(content, understand);
}, LEARNING);

const wait = (text: string, asked?: string, pieces = 1): number =>
  patience(
    { text, photos: [] },
    { language: 'fr', pieces, ...(asked === undefined ? {} : { asked }) },
  );

describe('how long the bot listens for more', () => {
  test.each([
    'bonjour',
    "l'ascenseur",
    'la chaudière et',
    'il y a une fuite dans la',
    'en fait…',
    '',
  ])('longest after "%s"', (text) => {
    expect(wait(text)).toBe(1_800);
  });

  test.each([
    "l'ascenseur est en panne depuis hier",
    'plus de chauffage au 3e étage depuis deux jours',
    'the lift has been broken since Monday',
    'je veux un conseiller',
  ])('less than a second after "%s"', (text) => {
    expect(wait(text)).toBeLessThan(1_000);
  });

  test.each([
    ['oui', 'touches_electricity'],
    ['nan', 'touches_electricity'],
    ['17', 'indoor_temperature'],
    ['depuis hier', 'since_when'],
    ['06 39 98 12 34', 'callback_phone'],
  ])('not at all after "%s" to the question %s', (text, asked) => {
    expect(wait(text, asked)).toBe(0);
  });

  test('a little after an address: the building may follow', () => {
    expect(wait('12 rue des Tilleuls', 'address')).toBe(800);
  });

  test('longest once it came in pieces', () => {
    expect(wait("bonjour\nl'ascenseur est en panne", undefined, 2)).toBe(1_800);
  });
});
