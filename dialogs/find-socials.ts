import { bare, type Found, findAll, GAP, modulo97 } from './find-numbers.ts';

/** The French social security numbers of a text, right by their key. */
export const findSocials = (text: string): readonly Found[] => findAll(text, SOCIAL, isSocial);

/** Sex, year, month, department, commune, order, key, written together or apart. */
const SOCIAL = new RegExp(
  `(?<!\\d)${[
    '[1-478]',
    '\\d{2}',
    '(?:0[1-9]|1[0-2]|[2-9]\\d)',
    '(?:\\d{2}|2[ab])',
    '\\d{3}',
    '\\d{3}',
    '\\d{2}',
  ].join(GAP)}(?!\\d)`,
  'gi',
);

/** The key is counted with figures only: Corsica's 2A and 2B count as 19 and 18. */
const isSocial = (text: string): boolean => {
  const number = bare(text).replace('2A', '19').replace('2B', '18');
  return 97 - modulo97(number.slice(0, -2)) === Number(number.slice(-2));
};
