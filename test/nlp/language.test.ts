import { describe, expect, test } from 'vitest';
import { understandFew } from './tiny.ts';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ar: ['لا يوجد ماء ساخن', 'عربي', 'السلام عليكم'],
  uk: ['немає опалення', 'Доброго дня, у мене немає гарячої води'],
  zh: ['没有热水', '电梯坏了'],
  ru: ['нет горячей воды', 'здравствуйте'],
  es: [
    'no hay agua caliente desde ayer',
    'hola buenos días, el ascensor no funciona',
    'necesito ayuda por favor',
  ],
  pt: ['não há água quente', 'bom dia, o elevador não funciona', 'preciso de ajuda por favor'],
  tr: ['sıcak su yok', 'merhaba, asansör çalışmıyor', 'evde elektrik yok lütfen yardım'],
  ro: ['nu avem apă caldă', 'bună ziua, liftul nu merge', 'vă rog ajutor, nu este căldură'],
  fr: [
    'il y a une fuite',
    'bonjour',
    'je voudrais parler à quelqu’un',
    'plus d’eau chaude',
    'les voisins font du bruit',
    'pas de chauffage',
  ],
  en: [
    'there is a leak',
    'hello',
    'I would like to talk to someone',
    'no hot water',
    'my neighbours are noisy',
    'no heating',
  ],
};

describe.each(Object.entries(TEXTS))('%s', (lang, texts) => {
  test.each(texts)('%s', (text) => {
    expect(understandFew(text, {}).lang).toBe(lang);
  });
});

test('a word that is in both languages takes the language of the conversation', () => {
  expect(understandFew('ok', { language: 'en' }).lang).toBe('en');
  expect(understandFew('ok', { language: 'fr' }).lang).toBe('fr');
  expect(understandFew('14', { language: 'en' }).lang).toBe('en');
});
