import { bare, type Found, findAll, GAP } from './find-numbers.ts';

/** The payment card numbers of a text, right by their checksum. */
export const findCards = (text: string): readonly Found[] =>
  CARDS.flatMap((shape) => findAll(text, shape, isCard));

/** Payment cards as they are printed, as they are typed in one go, and in a few odd groups. */
const CARDS = [
  `\\d{4}(?:${GAP}\\d{4}){3}`,
  `\\d{4}(?:${GAP}\\d{4}){3}${GAP}\\d{1,3}`,
  `\\d{4}${GAP}\\d{6}${GAP}\\d{5}`,
  '\\d{15,19}',
  `\\d{3,8}(?:(?=\\D)${GAP}\\d{3,8}){1,4}`,
].map((shape) => new RegExp(`(?<!\\d)${shape}(?!\\d)`, 'g'));

/** How cards of each kind begin, and how long they are. */
const BRAND =
  /^(?:4\d{15}(?:\d{3})?|5[0-8]\d{14}(?:\d{2,3})?|2[2-7]\d{14}|3[47]\d{13}|35\d{14}|6\d{15}(?:\d{2,3})?)$/;

/** A list of postcodes is no card. */
const isPostcodes = (text: string): boolean => /^\d{5}(?:\D+\d{5})+$/.test(text);

const isCard = (text: string): boolean => {
  const number = bare(text);
  return BRAND.test(number) && luhn(number) && !isPostcodes(text);
};

const luhn = (number: string): boolean => {
  const sum = [...number].reverse().reduce((total, sign, n) => {
    const value = Number(sign) * (n % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};
