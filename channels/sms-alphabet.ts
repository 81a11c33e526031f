/** The letters of GSM 03.38 that take one place in an SMS. */
const ONE_PLACE = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Those that take two. */
const TWO_PLACES = new Set('^{}\\[~]|€\f');

/** How many places a letter takes in GSM 03.38; undefined when it is not in it. */
export const placesOf = (letter: string): number | undefined => {
  if (ONE_PLACE.has(letter)) return 1;
  return TWO_PLACES.has(letter) ? 2 : undefined;
};

/** What is written otherwise in an SMS, because one such sign would more than halve its length. */
const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/«[\s\u00a0\u202f]*|[\s\u00a0\u202f]*»|[“”„]/gu, '"'],
  [/[’‘‚`´]/gu, "'"],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/gu, ' '],
  [/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, ''],
  [/[–—‒―−‐‑]/gu, '-'],
  [/…/gu, '...'],
  [/[•·]/gu, '-'],
  [/œ/gu, 'oe'],
  [/Œ/gu, 'OE'],
  [/ł/gu, 'l'],
  [/Ł/gu, 'L'],
  [/đ/gu, 'd'],
  [/Đ/gu, 'D'],
  [/ı/gu, 'i'],
  [/°/gu, ''],
  [/²/gu, '2'],
  [/³/gu, '3'],
  [/½/gu, '1/2'],
  [/×/gu, 'x'],
  [/→/gu, '-'],
];

/** Pictures, with the joints, skins and flags they are made of; figures and © are none. */
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{M}|\p{Sk}|\u200d|\ufe0f|\p{Extended_Pictographic})*/gu;

/** A text as it goes into an SMS: plain where plain letters can write it, untouched in another script. */
export const plainText = (text: string): string => {
  const bare = text.normalize('NFC').replace(PICTURES, '').replace(/\r\n?/gu, '\n');
  const plain = [...OTHERWISE.reduce((so, [sign, plainly]) => so.replace(sign, plainly), bare)]
    .map(withoutMark)
    .join('');
  const chosen = isPlain(plain) ? plain : bare;
  return chosen
    .replace(/ {2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim();
};

/** A letter whose mark is not in the alphabet is written without it: ç is c, ê is e. */
const withoutMark = (letter: string): string => {
  if (placesOf(letter) !== undefined) return letter;
  const bare = letter.normalize('NFD').replace(/\p{M}+/gu, '');
  return placesOf(bare) === undefined ? letter : bare;
};

/** Whether a text needs nothing but GSM 03.38. */
export const isPlain = (text: string): boolean =>
  [...text].every((letter) => placesOf(letter) !== undefined);
