/** Five digits or more that belong together, however they are written: telephones, codes, references, postcodes. */
const LONG_NUMBER = /\d(?:[\s.\-/]{0,2}\d){4,}/g;

const ADDRESS = /[^\s<>"',;()]+@[^\s<>"',;()]+\.[^\s<>"',;()]+/g;

/** Stands for every e-mail address (RFC 2606: nobody's). */
const NOBODY = 'x@example.org';

/** A text without the numbers and addresses that belong to a person; the digits become zeros, so its shape stays. */
export const withoutNumbers = (text: string): string =>
  text.replace(ADDRESS, NOBODY).replace(LONG_NUMBER, (number) => number.replace(/\d/g, '0'));
