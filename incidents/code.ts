/** The letters of a code: no vowels, so no words; no look-alikes. */
const LETTERS = 'BCDFGHJKMNPQRTVWXZ';
const LENGTH = 6;
const WRITTEN = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** A fresh incident code; `random` gives numbers from 0 up to, not including, 1. */
export const newCode = (random: () => number): string =>
  Array.from({ length: LENGTH }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join(
    '',
  );

/** The code as it is stored, from what a person typed: any case, with spaces, dots or dashes inside. */
export const normaliseCode = (text: string): string | undefined => {
  if (text.length > LONGEST_TYPED) return undefined;
  const letters = text.toUpperCase().replace(/[\s.\-_–—]/g, '');
  return WRITTEN.test(letters) ? letters : undefined;
};

const LONGEST_TYPED = 40;
