import { numberOf, SPOKEN } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const internationalPhone = (written: string): string | undefined => {
  const bare = written
    .replace(/o/g, '0')
    .replace('(0)', '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  const national = bare.replace(/^\+?33(?=[1-9]\d{8}$|0)0?/, '0');
  if (/^0[1-9]\d{8}$/.test(national)) return `+33${national.slice(1)}`;
  return /^\+(?!33)[1-9]\d{7,13}$/.test(bare) ? bare : undefined;
};

const inFigures = ([all = '']: readonly string[]): string | undefined => internationalPhone(all);

const PAIR = new RegExp(`zero ${SPOKEN}|${SPOKEN}`, 'g');

/** "Zéro six trente-neuf …": a zero and a figure, then pairs. */
const spokenPhone = ([all = '']: readonly string[]): string | undefined =>
  internationalPhone(
    (all.match(PAIR) ?? []).map((pair) => String(numberOf(pair)).padStart(2, '0')).join(''),
  );

/** A telephone number in international form (E.164); ten digits are French. */
export const phone: FindSlot = when(
  /\d{2}[ ./_-]{0,3}\d{2}|\d ?\d ?\d|\d[ ./_-]\d|zero [a-z]/,
  firstOf([
    [
      /(?<![\d+])((?:\+|00)\d{1,3}[ .()/-]*(?:\(?0\)?)?[ .()/-]*\d(?:[ .()/-]*\d){6,11})(?!\d)/,
      inFigures,
    ],
    [/(?<![\d+])\(?([0o][ .-]?[1-9]\)?(?:[ ,./_-]*\d){8})(?!\d)/, inFigures],
    [/(?<![\d+])(33[ .-]?[1-9](?:[ ./_-]*\d){8})(?!\d)/, inFigures],
    [
      new RegExp(
        `\\bzero (?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)(?:[ ,-]+(?:zero )?${SPOKEN}){4}\\b`,
      ),
      spokenPhone,
    ],
  ]),
);
