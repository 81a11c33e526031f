import { findDates } from './find-dates.ts';
import type { Found } from './find-numbers.ts';
import { wordCount } from './fold.ts';

/** What a tenant shows of who they are: a lease number as written, and a birth date as YYYY-MM-DD. */
export type ReadProof = { readonly lease?: string; readonly birth?: string };

/** The question for the lease and the birth date, the one for the birth date alone, and the one for a code by SMS. */
export const LEASE = 'tenant_ref';
export const BIRTH = 'birth_date';
export const SMS_CODE = 'sms_code';

/** Reads both from one message, in any order, or the one that was `asked`. */
export const readProof = (text: string, asked: string): ReadProof => {
  const dates = findDates(text);
  const clear = dates.find(({ compact }) => !compact);
  // Eight figures are a date where only a date was asked, or beside another number.
  const other = asked === BIRTH || numbersIn(text).some((number) => / /.test(number));
  const date = clear ?? (other || numbersIn(text).length > 1 ? dates.at(-1) : undefined);
  const rest = date === undefined ? text : `${text.slice(0, date.start)} ; ${text.slice(date.end)}`;
  const isAnswer = asked === LEASE && wordCount(rest) <= SHORT;
  // Half a date is no lease.
  const told = asked === LEASE || date !== undefined;
  const lease = told ? leaseIn(rest, isAnswer ? A_FEW : SURELY) : undefined;
  return {
    ...(lease === undefined ? {} : { lease }),
    ...(date === undefined ? {} : { birth: date.value }),
  };
};

/** The code of six figures in a text, however they are grouped, and where it stands. */
export const findCode = (text: string): (Found & { readonly code: string }) | undefined => {
  const match = SIX_FIGURES.exec(text);
  if (match === null) return undefined;
  const [written] = match;
  const start = match.index;
  return { start, end: start + written.length, code: written.replace(/\D/g, '') };
};

/** A telephone number is longer. */
const SIX_FIGURES = /(?<!\d[\s.-]?)\d(?:[\s.-]?\d){5}(?![\s.-]?\d)/;

/** A short answer is a lease from so many figures on; in a longer one, from more. */
const SHORT = 5;
const A_FEW = 3;
const SURELY = 4;

const NUMBER = /(?<![\p{L}\d])(?:[a-z]{1,3}-?)?\d[\da-z]*(?:[ ./-]\d[\da-z]*)*/giu;

const leaseIn = (text: string, least: number): string | undefined => {
  const [best] = numbersIn(text).toSorted((one, two) => figures(two) - figures(one));
  return best !== undefined && figures(best) >= least ? best.slice(0, LONGEST) : undefined;
};

const LONGEST = 40;

const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBER)].map(([number]) => number);

const figures = (text: string): number => (text.match(/\d/g) ?? []).length;
