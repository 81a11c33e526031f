import type { PlaceWords } from './place-words.ts';

/** One word or number of an address; `capital` when it was written as a capital letter. */
export type PlaceToken = { readonly text: string; readonly capital: boolean };

const LONGEST_TEXT = 300;
const MOST_TOKENS = 60;

/** Text without accents and in small letters. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');

/** The words and numbers of an address, short forms written out: "bd" is "boulevard", "batB" is two words. */
export const tokensOf = (text: string, words: PlaceWords): readonly PlaceToken[] =>
  text
    .slice(0, LONGEST_TEXT)
    .replace(/\b[jldmntscJLDMNTSC]['’]|\b[Qq]u['’]/gu, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((part) => part !== '')
    .slice(0, MOST_TOKENS)
    .flatMap((part) => unglued(part, words));

const unglued = (part: string, words: PlaceWords): readonly PlaceToken[] => {
  const capital = /^\p{Lu}$/u.test(part);
  return split(plain(part), words).map((text) => ({
    text: words.expansions.get(text) ?? text,
    capital,
  }));
};

/** "esc2" and "batb" are an announcing word and a name, "8voltaire" is a number and a word. */
const split = (word: string, words: PlaceWords): readonly string[] => {
  const [, number, rest] = /^(\d+)([a-z]{2,})$/.exec(word) ?? [];
  if (number !== undefined && rest !== undefined && isWord(rest, words)) return [number, rest];
  const [, head, tail] =
    /^([a-z]{2,})(\d+[a-z]?)$/.exec(word) ?? /^([a-z]{3,})([a-z])$/.exec(word) ?? [];
  if (head === undefined || tail === undefined) return [word];
  return announces(head, words) && !announces(word, words) ? [head, tail] : [word];
};

/** What follows a number and is no ending such as "8bis" or "3eme". */
const isWord = (text: string, words: PlaceWords): boolean =>
  words.streets.has(words.expansions.get(text) ?? text) ||
  (text.length >= 4 && !ENDINGS.test(text));

const ENDINGS = /^(i?emes?|iemes?|quater)$/;

const announces = (word: string, words: PlaceWords): boolean => {
  const meant = words.expansions.get(word) ?? word;
  return meant === FLOOR_WORD || Object.values(words.kinds).some((kind) => kind.includes(meant));
};

/** The word after which or before which a number is a floor. */
export const FLOOR_WORD = 'etage';
