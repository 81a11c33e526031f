const FRENCH = /^(?:(?:\+|00)33(?:0)?|0)?([1-9]\d{8})$/;
const ABROAD = /^(?:\+|00)([1-9]\d{7,14})$/;

/** A phone number as +33612345678, from the ways people and spreadsheets write it. */
export const normalisePhone = (text: string): string | undefined => {
  if (text.length > LONGEST_TYPED) return undefined;
  const bare = text.replace(/[\s.\-/()_–]/gu, '');
  const french = FRENCH.exec(bare)?.[1];
  if (french !== undefined) return `+33${french}`;
  const abroad = ABROAD.exec(bare)?.[1];
  return abroad === undefined || abroad.startsWith('33') ? undefined : `+${abroad}`;
};

const LONGEST_TYPED = 40;
