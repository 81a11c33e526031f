import { numberOf, ORDINAL, SPOKEN } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

/** "A" is a name here, not a number. */
const capital = ([, name = '']: readonly string[]): string =>
  (name.length > 1 ? numberOf(name)?.toString() : undefined) ??
  name.toUpperCase().replace(/\s/g, '');

const NAMED = '\\.?\\s?:?\\s?(?:n°\\s?|no?\\.? |numero |num |number )?';
/** What ends a name, so that a lone letter before it is no word of its own. */
const ENDS =
  '(?=\\s*(?:$|[,.;:!?)/-]|\\d|esc|cage|hall|appt?\\b|appart|porte|etage|floor|flat|rdc|au \\d|rue\\b|svp|stp|please|pas\\b))';
const NOT_COUNTED =
  '(?!\\s?(?:fois|foi\\b|jours?|mois|semaines?|ans?\\b|ampoules?|heures?|h\\b|personnes?|marches?|poubelles?|portes?\\b|etages?|ascenseurs?|eme|er\\b|times?|days?|weeks?|months?|people|people|lights?|%|€|sur\\b))';

/** "Il se bat" is no building. */
const BAT = "(?<!\\b(?:il|elle|on|ca|se|s'|me|te|nous) )\\bbatt?";
const BUILDING = `(?:${BAT}|\\b(?:batiments?|batimant|batimen|batiman|batment|bastiment|bati|bt|blocs?|block|building|bldg|bulding|tour|tower))\\b`;

/** The building by its letter or number. */
export const building: FindSlot = when(
  /\bbat|\bbt|\bbastim|blo[ck]|buil|buld|bldg|tour|tower|\bim+(?:eu|\b)/,
  firstOf([
    [
      new RegExp(
        `${BUILDING}${NAMED}([b-xz]\\d{0,2}|[ay]\\d{1,2}|\\d{1,3} ?(?:bis|ter)?[a-z]?)\\b(?!')${NOT_COUNTED}`,
      ),
      capital,
    ],
    [new RegExp(`${BUILDING}${NAMED}([ay])\\b(?!')${ENDS}`), capital],
    [
      new RegExp(
        `\\b(?:batiments?|${BAT}|bt|block|building|bldg) (?:n°\\s?|numero )?([ay])\\b(?!'| (?:la|l\\b|le|les|du|ete|toujours|plus|mort|chaque|mon|des?|un)\\b)`,
      ),
      capital,
    ],
    [new RegExp(`${BUILDING}${NAMED}(${SPOKEN})\\b(?! (?:fois|jours|etages))`), capital],
    [
      new RegExp(
        `\\b(?:immeubles?|imeubles?|imm)\\b${NAMED}(\\d{1,3}[a-z]?|[bd-z]\\d?)\\b(?!'| (?:a|est|ai)\\b)${NOT_COUNTED}`,
      ),
      capital,
    ],
    [new RegExp(`\\b(?:immeubles?|imeubles?|imm)\\b${NAMED}([ac]\\d?)\\b(?!')${ENDS}`), capital],
    [new RegExp(`\\b(${ORDINAL}) (?:batiment|bat|building|block)\\b`), capital],
  ]),
);

const STAIRS =
  "l?(?:cages? d'? ?escaliers?|escalier|esc?allier|escalie|eskalier|esc|cage|montee|allee|staircase|stairwell|stair|stairs)";

/** The staircase by its letter or number. */
export const staircase: FindSlot = when(
  /esc|esk|cage|montee|allee|stair|hall|entree|entrance/,
  firstOf([
    [
      new RegExp(
        `\\b${STAIRS}\\b${NAMED}([bd-xz]\\d?|[acy]\\d|\\d{1,2}[a-z]?)\\b(?!'| (?:a|ai)\\b| esc)${NOT_COUNTED}`,
      ),
      capital,
    ],
    [new RegExp(`\\b${STAIRS}${NAMED}([ac])\\b(?!')${ENDS}`), capital],
    [new RegExp(`\\b${STAIRS}${NAMED}(${SPOKEN})\\b(?! (?:fois|jours|etages|marches))`), capital],
    [
      new RegExp(
        `\\b(?:hall|entree|entrance)\\b${NAMED}([a-z]|\\d{1,2})\\b(?!')${NOT_COUNTED}${ENDS}`,
      ),
      capital,
    ],
    [new RegExp(`\\b(${ORDINAL}) (?:escalier|cage|staircase|stairwell)\\b`), capital],
  ]),
);

/** The same in an answer, where the letter or number alone is enough. */
export const orBareName =
  (find: FindSlot): FindSlot =>
  (text) =>
    find(text) ?? bareName(text);

const bareName: FindSlot = firstOf([
  [/^(?:c'est |c |le |la |the |it's )*(?:n°? ?)?([a-z]\d?|\d{1,3}[a-z]?)\W*$/, capital],
]);

/** A French postcode. */
export const postcode: FindSlot = when(
  /\d{2} ?\d{3}/,
  firstOf([
    [
      /(?<![\d.,+-])((?:0[1-9]|[1-8]\d|9[0-8])\d{3})(?!\d|-\d|[.,]\d|\s*(?:€|euros?|eur\b|e\b|km|fois))/,
      ([, code]) => code,
    ],
    [
      /\b(?:code postal|cp|postcode|post code|zip) ?:?(?: est| is|c'est)? ?((?:0[1-9]|[1-8]\d|9[0-8]) \d{3})(?!\d)/,
      ([, code]) => code?.replace(' ', ''),
    ],
  ]),
);
