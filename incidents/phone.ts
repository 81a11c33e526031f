const FRENCH = /^(?:(?:\+|00)33(?:0)?|0)?([1-9]\d{8})$/;
const OVERSEAS = /^(?:\+|00)(262|590|594|596)0?([1-9]\d{8})$/;
const ABROAD = /^(?:\+|00)([1-9]\d{7,14})$/;

/** Countries by the first figures of national numbers (ARCEP plan): the overseas departments are called by their own. */
const DEPARTMENTS: readonly { readonly country: string; readonly numbers: RegExp }[] = [
  // The numbers of 06 39 98 are kept for films and examples, the others of 06 39 are Mayotte.
  { country: '262', numbers: /^(?:26[239]|69[23]|639(?!98))/ },
  { country: '590', numbers: /^(?:590|69[01])/ },
  { country: '594', numbers: /^(?:594|694)/ },
  { country: '596', numbers: /^(?:596|69[67])/ },
];

/** A phone number as +33612345678 or +262692123456, from the ways people and spreadsheets write it. */
export const normalisePhone = (text: string): string | undefined => {
  if (text.length > LONGEST_TYPED) return undefined;
  const bare = text.replace(/[\s.\-/()_–]/gu, '');
  const french = FRENCH.exec(bare)?.[1];
  if (french !== undefined) return `+${countryOf(french)}${french}`;
  const [, country, number] = OVERSEAS.exec(bare) ?? [];
  if (country !== undefined && number !== undefined) return `+${country}${number}`;
  const abroad = ABROAD.exec(bare)?.[1];
  return abroad === undefined || abroad.startsWith('33') ? undefined : `+${abroad}`;
};

/** Mobile numbers of France and of its overseas departments: texts go nowhere else. */
const MOBILE = /^\+(?:33[67]|262(?:69[23]|639)|59069[01]|594694|59669[67])/;

/** A French mobile number as E.164, from the ways people write it. */
export const readMobile = (text: string): string | undefined => {
  const number = normalisePhone(text);
  return number !== undefined && MOBILE.test(number) ? number : undefined;
};

const countryOf = (national: string): string =>
  DEPARTMENTS.find(({ numbers }) => numbers.test(national))?.country ?? '33';

const LONGEST_TYPED = 40;
