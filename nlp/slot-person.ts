import { type FindSlot, firstOf } from './slot-text.ts';

const internationalPhone = (digits: string): string | undefined => {
  const bare = digits.replace(/[^\d+]/g, '').replace(/^00/, '+');
  const national = bare.replace(/^\+330?/, '0');
  if (/^0[1-9]\d{8}$/.test(national)) return `+33${national.slice(1)}`;
  return /^\+(?!33)[1-9]\d{7,13}$/.test(bare) ? bare : undefined;
};

/** A telephone number in international form (E.164); ten digits are French. */
export const phone: FindSlot = firstOf([
  [
    /(?<![\d+])((?:\+|00)\d{1,3}[ .()/-]*(?:\(?0\)?)?[ .()/-]*\d(?:[ .()/-]*\d){6,11})(?!\d)/,
    ([all]) => internationalPhone(all ?? ''),
  ],
  [/(?<![\d+])(0[ .-]?[1-9](?:[ ./_-]*\d){8})(?!\d)/, ([all]) => internationalPhone(all ?? '')],
]);

const CODE_LETTERS = 'bcdfghjkmnpqrtvwxz';
/** Shortened words that are made of code letters only. */
const NOT_CODES = new Set([
  'rdv',
  'bjr',
  'bcp',
  'tkt',
  'qqn',
  'mdr',
  'ptn',
  'pkn',
  'hmm',
  'pfff',
  'brrr',
  'grrr',
]);

const codeOf = (written: string): string | undefined => {
  const parts = written.split(/[\s.-]+/);
  const code = parts.join('').toUpperCase();
  if (code.length !== 6 || parts.some((part) => NOT_CODES.has(part))) return undefined;
  return new Set(code).size < 3 ? undefined : code;
};

/** The code of an incident: six letters, with or without spaces or dashes between them. */
export const incidentCode: FindSlot = firstOf([
  [
    new RegExp(`(?<![a-z0-9'])([${CODE_LETTERS}]{6})(?![a-z0-9'])`),
    ([, code]) => codeOf(code ?? ''),
  ],
  [
    new RegExp(`(?<![a-z0-9'])([${CODE_LETTERS}]{3}[ .-]{1,2}[${CODE_LETTERS}]{3})(?![a-z0-9'])`),
    ([, code]) => codeOf(code ?? ''),
  ],
  [
    new RegExp(`(?<![a-z0-9'])([${CODE_LETTERS}]{2}(?:[ .-][${CODE_LETTERS}]{2}){2})(?![a-z0-9'])`),
    ([, code]) => codeOf(code ?? ''),
  ],
  [
    new RegExp(`(?<![a-z0-9'])([${CODE_LETTERS}](?:[ .-]{1,2}[${CODE_LETTERS}]){5})(?![a-z0-9'])`),
    ([, code]) => codeOf(code ?? ''),
  ],
]);

const degrees = ([, said]: readonly string[]): string | undefined => {
  const value = Number((said ?? '').replace(',', '.'));
  return value >= -10 && value <= 45 ? String(value) : undefined;
};
const FIGURE = '(-?\\d{1,2}(?:[.,]\\d)?)';

/** The temperature at home, °C. */
export const indoorTemperature: FindSlot = firstOf([
  [
    new RegExp(`(?<![\\d/])${FIGURE}\\s*(?:°\\s?c?|degres?|degre|deg\\b|degrees?|c\\b|celsius)`),
    degrees,
  ],
  [
    new RegExp(
      `\\b(?:il fait|fait|on a|temperature (?:de|est|a)|thermometre (?:indique|affiche|dit)|only|it's|it is)\\s+(?:a peine |que |seulement |tout juste |about |around |environ )*${FIGURE}\\b(?!\\s*(?:h\\b|ans?|jours?|mois|semaines?|fois|heures?|days?|weeks?|years?|enfants?|€|euros?|m2|personnes?|am|pm|o'clock|rue|\\d))`,
    ),
    degrees,
  ],
]);

/** The same in an answer, where the figure is enough. */
export const temperatureAnswer: FindSlot = (text) =>
  indoorTemperature(text) ?? firstOf([[new RegExp(`\\b${FIGURE}\\b`), degrees]])(text);

const yes = (): string => 'yes';
const frail = (age: string | undefined): string | undefined =>
  Number(age) >= 70 || Number(age) <= 5 ? 'yes' : undefined;

/** Whether somebody frail lives there: only that, never why. */
export const vulnerablePerson: FindSlot = firstOf([
  [
    /\b(?:pas d[e'] ?|sans |no |aucun )(?:bebe|enfants?|personnes? (?:agees?|fragiles?)|baby|children|kids|elderly)\b/,
    () => 'no',
  ],
  [
    /\b(?:bebes?|nourrissons?|nouveau[ -]?nes?|enceinte|handicape?e?s?|handicap|fauteuil roulant|en fauteuil|deambulateur|personnes? agees?|personnes? fragiles?|invalide|infirme|asthm\w+|asmat\w+|sous oxygene|oxygene|dialyse|malade du coeur|cancer|chimio|aveugle|avc|alite|pmr|mobilite reduite)\b/,
    yes,
  ],
  [
    /\b(?:bab(?:y|ies)|newborn|infants?|toddlers?|pregnant|disabled|disability|wheelchair|elderly|oxygen|asthma\w*|asthmatic|dialysis|frail|bedridden|blind|housebound)\b/,
    yes,
  ],
  [/\b(\d{1,3})\s*(?:ans\b|years? old|yrs? old|yo\b|y\.o)/, ([, age]) => frail(age)],
  [
    /\b(?:de|a)\s+\d{1,2}\s*(?:mois|semaines)\b(?=.{0,0})|\b\d{1,2}[ -]?(?:months?|weeks?)[ -]old\b/,
    yes,
  ],
  [
    /\b(?:ma|mon|ses?|des|les|mes) (?:petite?s? )?(?:grand[ -]?meres?|grand[ -]?peres?|mamie|papi|papy)\b|\bmy (?:grand(?:mother|father)|nan|gran)\b/,
    yes,
  ],
]);
