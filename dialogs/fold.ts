/** A text reduced to what is compared: small letters without accents, single spaces, one at each end. */
export const fold = (text: string): string =>
  ` ${text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Words this short must stand alone; longer ones may go on: "fuite" is in "fuites". */
const SHORT = 3;

/** Whether a folded text says a word or the beginning of one; "portail+bloqu" asks for both. */
export const says = (folded: string, word: string): boolean =>
  word.includes('+') ? word.split('+').every((part) => has(folded, part)) : has(folded, word);

const has = (folded: string, word: string): boolean =>
  folded.includes(word.length <= SHORT ? ` ${word} ` : ` ${word}`);

/** How many words a text has. */
export const wordCount = (text: string): number => {
  const folded = fold(text).trim();
  return folded === '' ? 0 : folded.split(' ').length;
};

/** A text cut to a length that a form can keep. */
export const shorten = (text: string, most = 300): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
