import { bare, type Found, findAll, GAP, modulo97 } from './find-numbers.ts';

/** The account numbers of a text, right by their checksum. */
export const findIbans = (text: string): readonly Found[] => findAll(text, IBAN, isIban);

/** The account numbers of each country: figures (n), letters (a), figures or letters (c), after the two check figures. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  AD: '8n12c',
  AE: '19n',
  AL: '8n16c',
  AT: '16n',
  BA: '16n',
  BE: '12n',
  BG: '4a6n8c',
  CH: '5n12c',
  CY: '8n16c',
  CZ: '20n',
  DE: '18n',
  DK: '14n',
  EE: '16n',
  EG: '25n',
  ES: '20n',
  FI: '14n',
  FR: '10n11c2n',
  GB: '4a14n',
  GE: '2a16n',
  GI: '4a15c',
  GR: '7n16c',
  HR: '17n',
  HU: '24n',
  IE: '4a14n',
  IL: '19n',
  IS: '22n',
  IT: '1a10n12c',
  JO: '4a4n18c',
  KW: '4a22c',
  LB: '4n20c',
  LI: '5n12c',
  LT: '16n',
  LU: '3n13c',
  LV: '4a13c',
  MA: '24n',
  MC: '10n11c2n',
  MD: '2c18c',
  ME: '18n',
  MK: '3n10c2n',
  MR: '23n',
  MT: '4a5n18c',
  MU: '4a19n3a',
  NL: '4a10n',
  NO: '11n',
  PL: '24n',
  PT: '21n',
  QA: '4a21c',
  RO: '4a16c',
  RS: '18n',
  SA: '2n18c',
  SE: '20n',
  SI: '15n',
  SK: '20n',
  SM: '1a10n12c',
  TN: '20n',
  TR: '6n16c',
  UA: '6n19c',
  VA: '18n',
  XK: '16n',
};

const SIGNS: Readonly<Record<string, string>> = { n: '\\d', a: '[a-z]', c: '[a-z\\d]' };

const signsOf = (structure: string): readonly string[] =>
  [...structure.matchAll(/(\d+)([nac])/g)].flatMap(([, count, kind = '']) =>
    Array.from({ length: Number(count) }, () => SIGNS[kind] ?? ''),
  );

const IBAN = new RegExp(
  Object.entries(ACCOUNTS)
    .map(([country, structure]) => [...country, '\\d', '\\d', ...signsOf(structure)].join(GAP))
    .join('|'),
  'gi',
);

const isIban = (text: string): boolean => {
  const account = bare(text);
  return modulo97(account.slice(4) + account.slice(0, 4)) === 1;
};
