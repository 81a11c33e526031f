import fc from 'fast-check';

const digits = (count: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((list) => list.join(''));

const letters = (count: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), {
      minLength: count,
      maxLength: count,
    })
    .map((list) => list.join(''));

/** Written with a sign in some places, and in small letters or not: as people do. */
const asTyped = (number: string): fc.Arbitrary<string> =>
  fc
    .record({
      signs: fc.array(fc.constantFrom('', '', '', ' ', '  ', '-', '.', '\u00a0', '\n'), {
        minLength: number.length - 1,
        maxLength: number.length - 1,
      }),
      small: fc.boolean(),
    })
    .map(({ signs, small }) => {
      const text = [...number].map((sign, n) => sign + (signs[n] ?? '')).join('');
      return small ? text.toLowerCase() : text;
    });

/** The check figures of an account, counted the slow way with one big number. */
const withCheck = (country: string, account: string): string => {
  const figures = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(figures) % 97n)).padStart(2, '0')}${account}`;
};

/** Accounts of the countries tenants come from. */
export const anIban = fc
  .oneof(
    fc.tuple(digits(10), letters(2), digits(11)).map((parts) => withCheck('FR', parts.join(''))),
    digits(23).map((account) => withCheck('FR', account)),
    digits(18).map((account) => withCheck('DE', account)),
    digits(12).map((account) => withCheck('BE', account)),
    digits(20).map((account) => withCheck('ES', account)),
    digits(21).map((account) => withCheck('PT', account)),
    digits(24).map((account) => withCheck('MA', account)),
    digits(20).map((account) => withCheck('TN', account)),
    fc.tuple(letters(4), digits(16)).map((parts) => withCheck('RO', parts.join(''))),
    digits(22).map((account) => withCheck('TR', account)),
  )
  .chain(asTyped);

const luhnFigure = (start: string): string => {
  for (let last = 0; last < 10; last += 1) {
    const all = [...`${start}${last}`].map(Number).reverse();
    const sum = all.reduce(
      (total, figure, n) =>
        total + (n % 2 === 0 ? figure : ((figure * 2) % 10) + (figure > 4 ? 1 : 0)),
      0,
    );
    if (sum % 10 === 0) return String(last);
  }
  return '';
};

const card = (start: string, length: number): fc.Arbitrary<string> =>
  digits(length - start.length - 1).map((rest) => `${start}${rest}${luhnFigure(start + rest)}`);

const printed = (number: string, sign: string): string =>
  number.length === 15
    ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)].join(sign)
    : (number.match(/.{1,4}/g) ?? []).join(sign);

/** Cards as they are printed, with or without what stands between the groups. */
export const aCard = fc
  .record({
    number: fc.oneof(
      card('4', 16),
      card('51', 16),
      card('53', 16),
      card('37', 15),
      card('2221', 16),
    ),
    sign: fc.constantFrom('', ' ', '-', '.', '\u00a0'),
  })
  .map(({ number, sign }) => printed(number, sign));

/** Social security numbers, with their key, in their groups. */
export const aSocial = fc
  .record({
    sex: fc.constantFrom('1', '2'),
    year: digits(2),
    month: fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, '0')),
    department: fc.constantFrom('75', '13', '2A', '2B', '93', '99'),
    commune: digits(3),
    order: digits(3),
    sign: fc.constantFrom('', ' ', '.', '-', '\u202f'),
  })
  .map(({ sex, year, month, department, commune, order, sign }) => {
    const counted = department.replace('2A', '19').replace('2B', '18');
    const number = BigInt(`${sex}${year}${month}${counted}${commune}${order}`);
    const key = String(97n - (number % 97n)).padStart(2, '0');
    return [sex, year, month, department, commune, order, key].join(sign);
  });

const phone = fc
  .record({
    start: fc.constantFrom('06', '07', '01', '09', '+33 6', '0033 6'),
    rest: digits(8),
    sign: fc.constantFrom('', ' ', '.', '-'),
  })
  .map(({ start, rest, sign }) => [start, ...(rest.match(/../g) ?? [])].join(sign));

/** What tenants write with figures in it, and must be kept. */
export const ordinary = fc.oneof(
  phone,
  fc.tuple(phone, phone).map((both) => both.join(' ou ')),
  fc
    .array(fc.constantFrom(...'BCDFGHJKMNPQRTVWXZ'), { minLength: 6, maxLength: 6 })
    .map((code) => code.join('')),
  fc
    .record({ number: fc.integer({ min: 1, max: 400 }), postcode: digits(5) })
    .map(
      ({ number, postcode }) =>
        `${number} bis rue des Tilleuls, ${postcode} Ville, bâtiment B, 3e étage, porte 12`,
    ),
  fc
    .integer({ min: 1, max: 9_999_999 })
    .map((amount) => `j’ai payé ${amount.toLocaleString('fr-FR')} € et ${amount % 100},50 euros`),
  fc
    .date({ noInvalidDate: true })
    .map((date) => `depuis le ${date.toISOString().slice(0, 10)} à 18 h 30`),
  fc.integer({ min: 1, max: 9_999_999 }).map((number) => `mon numéro CAF est ${number}`),
  fc.constantFrom(
    'plus de chauffage depuis hier',
    'le 12 de 14 à 16 h',
    'be 12 it 34',
    'fr 12 rue',
    'étages 3 4 5 6 7 8 9 10 11',
  ),
);
