import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../bot/index.ts';
import { createShorten, renderSms, segmentsOf } from '../../channels/index.ts';

const paper = {
  shorten: createShorten([]),
  publicUrl: 'https://loge.example.fr',
  photoLink: 'https://loge.example.fr/photo/abc',
};

const rendered = (text: string, more: Partial<Reply> = {}, shorten = paper.shorten) =>
  renderSms({ text, language: 'fr', ...more }, { ...paper, shorten });

describe('plain letters', () => {
  test.each([
    ['Ça va, garçon ?', 'Ça va, garcon ?'],
    ['être à l’hôtel où naît Noëlle', "etre à l'hotel où nait Noelle"],
    ['ÊTRE À CÔTÉ', 'ETRE A COTÉ'],
    ['« Très bien »', '"Très bien"'],
    ['«\u00a0Très bien\u202f»', '"Très bien"'],
    ['“yes” ‘no’', '"yes" \'no\''],
    ['10\u00a0h\u202f30\u00a0!', '10 h 30 !'],
    ['sœur, Œuvre, cæcum', 'soeur, OEuvre, cæcum'],
    ['un – deux — trois…', 'un - deux - trois...'],
    ['14 °C, 12 m², n° 4', '14 C, 12 m2, n 4'],
    ['12 € [a] {b} ~', '12 € [a] {b} ~'],
    ['🔥 Feu 👩🏽‍🚒 ici 🇫🇷', 'Feu ici'],
    ['Łódź, Şişli', 'Lodz, Sisli'],
    ['ligne  \n\n  suite ', 'ligne\n\nsuite'],
  ])('%s', (text, plain) => {
    expect(rendered(text)).toEqual([plain]);
  });

  test('another script stays as it is, accents and all', () => {
    expect(rendered('Привіт, à bientôt 🙂')).toEqual(['Привіт, à bientôt']);
  });
});

describe('the SMS a text takes', () => {
  test.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    [`${'a'.repeat(152)}€${'a'.repeat(8)}`, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
    ['є'.repeat(70), 1],
    ['є'.repeat(71), 2],
    ['є'.repeat(134), 2],
    ['є'.repeat(135), 3],
    ['', 1],
  ])('%#', (text, count) => {
    expect(segmentsOf(text).count).toBe(count);
  });
});

describe('a reply', () => {
  test('has its choices as numbers, each on a line', () => {
    const choices = [
      { title: 'Oui', value: 'a' },
      { title: 'Non', value: 'b' },
    ];
    expect(rendered('C’est ça ?', { choices })).toEqual(["C'est ca ?\n1 Oui\n2 Non"]);
  });

  test('names our pages by their whole address, and nothing else', () => {
    expect(rendered('Suivi : /suivi/BCDFGH, ou/suivi, 24/7')).toEqual([
      'Suivi : https://loge.example.fr/suivi/BCDFGH, ou/suivi, 24/7',
    ]);
  });

  test('says the short sentence in place of the long one, with its gaps filled', () => {
    const shorten = createShorten([
      {
        full: { fr: 'Votre code\u00a0: {code}\nSuivi\u00a0: /suivi/{code}', en: 'x' },
        short: { fr: 'Code {code}, $1', en: 'y' },
      },
      { full: { fr: 'Une photo\u00a0? Ici.', en: 'z' }, short: { fr: '{photo_link}', en: '-' } },
    ]);
    const text =
      'Bien.\nVotre code\u00a0: BCDFGH\nSuivi\u00a0: /suivi/BCDFGH\nUne photo\u00a0? Ici.';
    expect(rendered(text, {}, shorten)).toEqual([
      'Bien.\nCode BCDFGH, $1\nhttps://loge.example.fr/photo/abc',
    ]);
    const other = 'Votre code\u00a0: BCDFGH\nSuivi\u00a0: /suivi/ZXWVTR';
    expect(rendered(other, {}, shorten)[0]).toContain('Votre code : BCDFGH');
  });

  test('whatever its length is cut into texts of two SMS at most, and nothing is lost', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé€є.!\n]{1,200}$/), { maxLength: 40 });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const parts = rendered(text);
        for (const part of parts) expect(segmentsOf(part).count).toBeLessThanOrEqual(2);
        const bare = (some: string): string => some.replace(/\s/g, '');
        expect(bare(parts.join(''))).toBe(bare(text));
      }),
    );
  });
});
