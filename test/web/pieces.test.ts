import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaint } from '../../web/colour.ts';
import { piecesOf } from '../../web/phone-numbers.ts';

const reached = (text: string, safety: boolean) =>
  piecesOf(text, safety).flatMap((piece) => (piece.kind === 'text' ? [] : [piece.to]));

test('every number of a safety text can be called, and 114 gets a text message', () => {
  const text =
    'Appelez Urgence Sécurité Gaz : 0 800 47 33 33 (gratuit, 24h/24) ou le 18 / 112. SMS au 114. Écoute : 3919.';
  expect(reached(text, true)).toEqual([
    'tel:0800473333',
    'tel:18',
    'tel:112',
    'sms:114',
    'tel:3919',
  ]);
});

test('numbers that are not telephone numbers stay words', () => {
  expect(reached('Le 15 mars, bâtiment 17, 18 h, 112 m², code 4711.', false)).toEqual([]);
  expect(reached('Sous 5 jours, à 18 h, 19 °C.', true)).toEqual([]);
});

test('ordinary telephone numbers and addresses of pages can be followed', () => {
  expect(
    reached('06 39 98 00 01, +33 6 39 98 00 01 ou https://exemple.fr/suivi/ABCDEF.', false),
  ).toEqual(['tel:0639980001', 'tel:+33639980001', 'https://exemple.fr/suivi/ABCDEF']);
  expect(reached('Suivi : /suivi/KRTMWX', false)).toEqual(['/suivi/KRTMWX']);
  expect(reached('Voir /services, ou /services?lang=en#water_leak.', false)).toEqual([
    '/services',
    '/services?lang=en#water_leak',
  ]);
  expect(reached('/services/admin et /servicesecret', false)).toEqual([]);
});

test('no text becomes a script: only calls, texts and web pages are ever linked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, safety) => {
      const pieces = piecesOf(`${text} javascript:alert(1) ${text}`, safety);
      const links = pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [piece.to]));
      for (const to of links) expect(to).toMatch(/^(tel:|sms:|https?:\/\/|\/suivi\/|\/services)/);
      expect(pieces.map((piece) => piece.text).join('')).toBe(
        `${text} javascript:alert(1) ${text}`,
      );
    }),
  );
});

test('whatever colour a landlord gives, the words on it can be read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
      const { paint, ink } = readPaint(`#${colour.toString(16).padStart(6, '0')}`) ?? fail();
      expect(contrast(paint, ink)).toBeGreaterThan(4.5);
    }),
  );
  expect(readPaint('red;}')).toBeUndefined();
});

const fail = (): never => {
  throw new Error('a colour was not read');
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const pairs = colour.length === 4 ? colour.slice(1).repeat(2) : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(pairs.slice(at, at + 2), 16) / 255;
    return part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
