import abbreviations from './nlu-sms.json' with { type: 'json' };

/** Spoils a text; the same text at the same place in a list is spoiled the same way. */
export type Noise = (text: string, at: number) => string;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SEED = 20_260;

/** Every kind of noise by its name. */
export const NOISES: Readonly<Record<string, Noise>> = {
  clean: (text) => text,
  noAccents: (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  edits10: (text, at) => editLetters(text, { rate: 0.1, chance: createChance(SEED + at) }),
  edits20: (text, at) => editLetters(text, { rate: 0.2, chance: createChance(SEED + at) }),
};

const SHORT: Readonly<Record<string, string>> = abbreviations;

/** English as it is typed on a phone: no capitals, no apostrophes, the usual words shortened. */
export const smsSpeak: Noise = (text) =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\p{L}+/gu, (word) => SHORT[word] ?? word);

/** How much is edited, and by which numbers in [0, 1). */
export type Edits = { readonly rate: number; readonly chance: () => number };

/** Edits that share of the letters: one is put before it, left out, replaced, or changes place with the next letter. */
export const editLetters = (text: string, { rate, chance }: Edits): string => {
  const letters = Array.from(text);
  let at = 0;
  while (at < letters.length) {
    const spared = !isLetter(letters[at]) || chance() >= rate;
    at += spared ? 1 : editAt(letters, at, chance);
  }
  return letters.join('');
};

/** Edits one letter in place, and tells how many letters that has taken. */
const editAt = (letters: string[], at: number, chance: () => number): number => {
  const letter = letters[at] ?? '';
  const next = letters[at + 1];
  const kind = Math.floor(chance() * 4);
  if (kind === 3 && next !== undefined && isLetter(next)) {
    letters[at] = next;
    letters[at + 1] = letter;
    return 2;
  }
  if (kind === 1) letters[at] = '';
  else letters[at] = kind === 0 ? anyLetter(chance) + letter : anyLetter(chance);
  return 1;
};

const isLetter = (letter: string | undefined): boolean => /^\p{L}$/u.test(letter ?? '');

const anyLetter = (chance: () => number): string =>
  LETTERS.charAt(Math.floor(chance() * LETTERS.length));

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
const createChance = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};
