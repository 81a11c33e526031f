import { NUMBER, numberOf, SPOKEN } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const SIDES: readonly (readonly [RegExp, string])[] = [
  [/^(?:gauche|gche|gch|goche|gauch|left|g)/, 'left'],
  [/^(?:droite|droit|dte|drte|droate|right|d\b|dr\b)/, 'right'],
  [/^(?:en face|face|milieu|centre|opposite|front|facing|middle)/, 'front'],
  [/^(?:au fond|fond|bout|back|rear|end)/, 'back'],
];
const SIDE = '(?:gauche|gche|gch|goche|gauch|droite|droit|dte|drte|droate)';
const PLACE = '(?:(?:en )?face|milieu|centre|(?:au )?fond|bout)';
const NAMED = '(?:n(?:°|o\\b|um\\b|\\b)\\.? ?|numero |no\\.? |number |# ?)?';
/** What follows a number that counts rooms, square metres or years. */
const NOT_A_DOOR =
  '(?!\\s?(?:m2|m²|m\\b|metres?|pieces?|pcs?|chambres?|ans?\\b|mois|jours?|fois|personnes?|etages?|eme|e\\b|er\\b|ieme|th\\b|nd\\b|rd\\b|st\\b|bed|rooms?|years?|days?|weeks?|months?|times?|people|%|€|euros?|vantaux|h\\b|heures?|rue|av\\b|points?|cles?))';

const sideOf = ([, said = '']: readonly string[]): string | undefined =>
  SIDES.find(([words]) => words.test(said))?.[1];

const named = ([, said = '']: readonly string[]): string =>
  (said.length > 1 ? numberOf(said)?.toString() : undefined) ??
  said.toUpperCase().replace(/\s/g, '');

/** The door of a flat: its number or letter, else `left`, `right`, `front` or `back` as seen from the stairs. */
export const doorOf: FindSlot = when(
  /port|app|apt|log|lgt|flat|door|apartment|unit|gauche|gche|gch|droit|dte|fond|bout|face|left|right|opposite|eme|\de\b|\d ?[gd]\b/,
  firstOf([
    [
      new RegExp(
        `\\b(?:porte|port|door)\\b\\s?:?\\s?${NAMED}(\\d{1,4} ?[a-h]?|[a-h]\\d{0,3}|${NUMBER})\\b(?!'| (?:entree|entre\\b|acces|immeuble|ascenseur|un))${NOT_A_DOOR}`,
      ),
      ([all, name = '']) => (/^a$/.test(name) ? undefined : named([all ?? '', name])),
    ],
    [
      new RegExp(
        `\\b(?:appartement|appart|appt|apt|logement|flat|apartment) (?:numero |number |n°\\s?|no\\.? )(${SPOKEN})\\b`,
      ),
      named,
    ],
    [/\b(?:porte|door) (a)\s?(?:$|[,.!;?]|au \d|etage)/, named],
    [
      new RegExp(
        `\\b(?:appartement|appartment|apartement|appart|apart|appt|apt|app|logement|logmt|logt|lgt|flat|apartment|unit)\\.?\\s?:?\\s?${NAMED}([a-h]?\\d{1,4}(?: ?[a-h])?)\\b(?!')${NOT_A_DOOR}`,
      ),
      named,
    ],
    [/\b(?:appartement|appart|appt|apt|flat|apartment) (c)\W*$/, named],
    [/\b(?:appartement|appart|appt|apt|flat|apartment) ([bd-h])\b(?!'| pas| est| a )/, named],
    [
      new RegExp(
        `\\b(?:\\d{1,2} ?(?:eme|ieme|em|er|e)|etage|rdc|chaussee|palier|porte|premier|deuxieme|troisieme|quatrieme|cinquieme|sixieme)s?,? (?:(?:porte|a|de|la|sur la|du|au|cote|et) ){0,3}(${SIDE}|${PLACE})\\b`,
      ),
      sideOf,
    ],
    [/\b\d{1,2} ?(?:eme|ieme|em|er|e) ?(g|d)\b(?!')/, sideOf],
    [
      new RegExp(
        `\\b(?:appartement|appart|appt|apt|logement|j'habite|habite) (?:(?:celui|a|de|la|sur la|du|au|cote|tout) ){0,3}(${SIDE}|(?:en )?face (?:de l'|l'|a l')?(?:ascenseur|escalier)|au fond)\\b`,
      ),
      sideOf,
    ],
    [
      /\b(face (?:a |de )?(?:l'|a l')?(?:ascenseur|escalier)|fond du couloir|bout du couloir)\b/,
      sideOf,
    ],
    [/\b(left|right)[ -]hand (?:side|door|flat|one)\b/, sideOf],
    [
      /\b(?:door|flat|apartment|floor|landing|one),? (?:is |it's |and )?(?:(?:on|to) (?:the|your|my) )?(?:far )?(left|right)\b/,
      sideOf,
    ],
    [
      /\b(?:door|flat|apartment|floor|one),? (?:is )?(?:at |on )?(?:the )?(?:far )?(rear|end|opposite)\b/,
      sideOf,
    ],
    [/\b(?:door|flat|apartment|one) (?:is )?(?:at|in|on) the (back|rear|front|end)\b/, sideOf],
    [/\b(left|right|rear|back) (?:flat|apartment)\b/, sideOf],
    [/\b(opposite|facing) the (?:lift|elevator|stairs)\b/, sideOf],
  ]),
);

/** The same in an answer, where "12" or "à gauche" is enough. */
export const doorAnswer: FindSlot = (text) => doorOf(text) ?? bareDoor(text);

const bareDoor: FindSlot = firstOf([
  [/^(?:c'est |le |la |the |it's |it is )*(?:n°? ?)?(\d{1,4}[a-h]?|[a-h]\d{0,3})\W*$/, named],
  [
    new RegExp(
      `^(?:c'est |celle |cel |la |the |it's |on |to |a |de |sur )*(${SIDE}|${PLACE}|left|right|opposite|back)\\b`,
    ),
    sideOf,
  ],
]);
