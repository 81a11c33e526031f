import { type FindSlot, firstOf, numberOf } from './slot-text.ts';

const ORDINAL =
  'premier|premiere|deuxieme|second|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|onzieme|douzieme|first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const NOT_A_FLOOR =
  '(?!\\s*(?:fois|jour|mois|semaine|an\\b|annee|relance|rdv|rendez|message|panne|appel|demande|intervention|arrondissement|time|day|week|month))';

const floor = (said: string | undefined): string | undefined => {
  const count = numberOf(said ?? '');
  return count === undefined || count > 60 ? undefined : String(count);
};

/** The floor: `0` is the ground floor, `-1` the basement, `top` the last one. */
export const floorLevel: FindSlot = firstOf([
  [
    /\b(\d{1,2})\s*(?:er|ere|eme|emes|ieme|iem|em|e|°|nd|rd|th|st)?\s*-?\s*(?:etages?|etg|floor)\b/,
    ([, n]) => floor(n),
  ],
  [
    new RegExp(
      `\\b(${ORDINAL}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\\s+(?:etages?|etg|floor)\\b`,
    ),
    ([, n]) => floor(n),
  ],
  [/\b(?:etages?|etg|floor|niveau)\s*(?:n[°o]?\s*|:\s*)?(\d{1,2})\b/, ([, n]) => floor(n)],
  [
    new RegExp(
      `\\b(?:au|du|habite|jabite|appart\\w*|logement|flat)\\s+(?:le\\s+)?(\\d{1,2})\\s*(?:er|eme|ieme|iem|em|e|nd|rd|th)\\b${NOT_A_FLOOR}`,
    ),
    ([, n]) => floor(n),
  ],
  [new RegExp(`\\b(?:au|du)\\s+(${ORDINAL})\\b${NOT_A_FLOOR}`), ([, n]) => floor(n)],
  [/\b(\d{1,2})(?:eme|ieme|e)\s+(?:gauche|droite|face|porte|fond|gche|dte)/, ([, n]) => floor(n)],
  [/\b(?:rdc|rez[ -]de[ -]chauss?ee|rez de jardin|rez|ground[ -]floor|groundfloor)\b/, () => '0'],
  [/\b(?:sous[ -]?sol|basement|niveau -1)\b/, () => '-1'],
  [/\b(?:dernier etage|top floor|tout en haut|last floor)\b/, () => 'top'],
]);

const capital = ([, name]: readonly string[]): string | undefined => name?.toUpperCase();

/** The building by its letter or number. */
export const building: FindSlot = firstOf([
  [
    /\b(?:batiments?|batiman|batimen|bat|bt|bloc|block|building|tour|tower)\b[.:]?\s*(?:n[°o]?\s*)?([a-z]\d{0,2}|\d{1,3}[a-z]?)\b(?!')/,
    capital,
  ],
  [/\b(?:immeuble|imm)\b[.:]?\s*([b-z]\d?|\d{1,3}[a-z]?)\b(?!')/, capital],
]);

/** The staircase by its letter or number. */
export const staircase: FindSlot = firstOf([
  [
    /\b(?:cage d'escaliers?|escaliers?|esc|cage|montee|staircase|stairwell|stairs)\b[.:]?\s*(?:n[°o]?\s*)?([a-z]\d?|\d{1,2}[a-z]?)\b(?!')/,
    ([, name]) => (name === 'a' || name === 'c' || name === 'y' ? undefined : name?.toUpperCase()),
  ],
  [/\b(?:escalier|esc|cage|montee|staircase)\s+([ac])\s*(?:$|[,.!?]|au\b|\d)/, capital],
]);

const room = (name: string) => (): string => name;

/** The room, under one name for all languages. */
export const roomOf: FindSlot = firstOf([
  [
    /\b(?:salles? (?:de|d'|d)\s?(?:bains?|eau|b)|sdb|douche|baignoire|bathroom|shower|bath|lavabo)\b/,
    room('bathroom'),
  ],
  [/\b(?:cuisine|cuisines|kitchen|evier|kitchenette|levier)\b/, room('kitchen')],
  [/\b(?:wc|w\.c|toilettes?|chiottes?|toilets?|loo|vecesse?)\b/, room('toilet')],
  [/\b(?:chambres?|bedrooms?|piaule)\b/, room('bedroom')],
  [
    /\b(?:salon|sejour|salle a manger|living(?:[ -]room)?|lounge|piece a vivre)\b/,
    room('living_room'),
  ],
  [/\b(?:balcon|terrasse|loggia|balcony|terrace)\b/, room('balcony')],
  [/\b(?:caves?|cellier|cellar|storage room)\b/, room('cellar')],
  [/\b(?:garage|box|parking|car park)\b/, room('garage')],
  [/\b(?:buanderie|laundry|utility room)\b/, room('laundry')],
  [/\b(?:couloir|palier|hallway|corridor|landing|entree|hall|lobby)\b/, room('hall')],
  [
    /\b(?:partout|toutes? les pieces|tout l'appart\w*|tout le logement|every room|whole flat|everywhere|all rooms)\b/,
    room('whole_home'),
  ],
]);

const STREET =
  'rue|avenue|av|ave|bd|bld|bvd|boulevard|allees?|place|pl|chemin|che|impasse|imp|quai|square|sq|cours|route|rte|passage|sente|sentier|villa|esplanade|mail|street|road';
const ESTATE = 'residence|resid|res|cite|clos|domaine|hameau|lotissement|tour|les jardins';
const STOP =
  "(?:est|et|a|au|aux|bat|batiment|bt|bloc|esc|escalier|etage|appt?|appart\\w*|porte|depuis|depui|svp|stp|merci|pour|car|mais|c'?est|ca|sa|il|elle|on|je|j'\\w*|y|ya|ne|n'\\w*|plus|en|qui|que|avec|chez|dans|ds|hs|block|flat|floor|is|the|since|and|my|please|has|no|\\d{1,2}(?:e|er|eme|ieme)?)";
const NAME = `(?:(?:d'|l')?(?!${STOP}\\b)[a-z][a-z'-]*)`;

const streetOrEstate: FindSlot = firstOf([
  [
    new RegExp(
      `\\b\\d{1,4}\\s?(?:bis|ter|quater|[a-d]\\b)?,?\\s+(?:${STREET})\\b\\.?\\s+${NAME}(?:\\s+${NAME}){0,4}`,
    ),
    ([all]) => all,
  ],
  [
    new RegExp(
      `\\b(?:${STREET})\\s+(?:de\\s|du\\s|des\\s|d'|de la\\s|de l')?${NAME}(?:\\s+${NAME}){0,3}\\s+(?:au\\s+)?(?:numero\\s+|n°?\\s*)?\\d{1,4}\\b(?!\\s*(?:e|er|eme|jours?|h)\\b)`,
    ),
    ([all]) => all,
  ],
  [
    new RegExp(
      `\\b(?:${ESTATE})\\.?\\s+(?:de\\s|du\\s|des\\s|d'|de la\\s|les\\s|le\\s|la\\s)?(?!entiere|complete|est|a\\b|c\\b)${NAME}(?:\\s+${NAME}){0,2}`,
    ),
    ([all]) => all,
  ],
  [
    new RegExp(
      `\\b(?:rue|avenue|boulevard|allee|impasse|place)\\s+(?:de\\s|du\\s|des\\s|d'|de la\\s|de l')?${NAME}(?:\\s+${NAME}){0,3}`,
    ),
    ([all]) => all,
  ],
]);

/** A French postcode. */
export const postcode: FindSlot = firstOf([
  [
    /(?<![\d.,+])((?:0[1-9]|[1-8]\d|9[0-8])\d{3})(?!\d|[.,]\d|\s*(?:€|euros?|eur\b))/,
    ([, code]) => code,
  ],
]);

/** A street with its number, or a residence by its name, as it was written. */
export const address: FindSlot = (text) => {
  const found = streetOrEstate(text);
  return found === undefined ? undefined : { value: found.said, said: found.said };
};
