import { yesOrNo } from './slot-answer.ts';
import { SPOKEN } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import { type FindSlot, wholeAs } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const STREET =
  'rue|ru|avenue|aveneu|av|ave|bd|bld|bvd|blvd|boulevard|boulvard|allees?|place|pl|chemin|che|impasse|imp|quai|square|sq|cours|route|rte|passage|sente|sentier|villa|esplanade|mail|street|road';
const ROAD =
  'street|road|avenue|lane|close|court|drive|way|terrace|square|gardens|grove|crescent|rd';
const ESTATE =
  'residence|residance|rezidence|resid|res|cite|clos|domaine|hameau|lotissement|tour|les jardins';
/** Words that do not belong to the name of a street. */
const STOP =
  "(?:est|et|a|au|aux|bat|batiment|bt|bloc|esc|escalier|etage|appt?|appart\\w*|porte|depuis|depui|svp|stp|merci|pour|car|mais|c'?est|ca|sa|il|elle|on|je|j'\\w*|y|ya|ne|n'\\w*|plus|en|qui|que|avec|chez|dans|ds|hs|pas|ascenseur|fuite|panne|chauffage|probleme|bonjour|bjr|urgent|gaz|feu|block|flat|floor|is|the|since|and|my|please|has|no|in|of|we|it|i|lift|people|days|hello|jusqu'?\\w*|apres|quand|handicap\\w*|parking|stationnement|baignoire|douche|metres?|for|permit|stinks|smells|une?|ou|\\d{1,2}(?:e|er|eme|ieme)?)";
const NAME = `(?:(?:d'|l')?(?!${STOP}\\b)[a-z][a-z'-]*)`;
const LINK = "(?:de la |de l'|des |de |du |d')?";
const DAY =
  '(?:\\d{1,2}|onze|huit|quatorze|dix-?neuf) (?:novembre|mai|juillet|mars|septembre|aout|juin)(?: \\d{4})?';
const CALLED = `${LINK}(?:${DAY}|${NAME}(?:\\s+${NAME}){0,3})`;
const NUMBERED = `(?:\\d{1,4}|(?!une?\\b)${SPOKEN})\\s?(?:bis|ter|quater|[a-d]\\b)?`;

const whole = ([all]: readonly string[]): string | undefined => all;

const streetOrEstate: FindSlot = firstOf([
  [
    new RegExp(
      `\\b${NUMBERED},?\\s+(?:${STREET})\\b\\.?\\s+(?:${LINK}${DAY}|${NAME}(?:\\s+${NAME}){0,4})`,
    ),
    whole,
  ],
  [new RegExp(`\\b\\d{1,4}\\s?(?:bis|ter)?,?\\s+r\\.?\\s+${NAME}(?:\\s+${NAME}){0,3}`), whole],
  [
    new RegExp(
      `\\b(?:${STREET})\\s+${CALLED}\\s+(?:au\\s+)?(?:numero\\s+|n°?\\s*)?\\d{1,4}\\b(?!\\s*(?:e|er|eme|jours?|h|fois)\\b)`,
    ),
    whole,
  ],
  [new RegExp(`\\b\\d{1,4}[a-d]?,?\\s+${NAME}(?:\\s+${NAME}){0,2}\\s+(?:${ROAD})\\b`), whole],
  [
    new RegExp(
      `\\b(?:${ESTATE})\\.?\\s+(?:de\\s|du\\s|des\\s|d'|de la\\s|les\\s|le\\s|la\\s)?(?!entiere|complete|est|a\\b|c\\b)${NAME}(?:\\s+${NAME}){0,2}`,
    ),
    whole,
  ],
  [
    new RegExp(`\\b(?:rue|avenue|boulevard|allee|impasse|place)\\s+(?!${LINK}${STOP}\\b)${CALLED}`),
    whole,
  ],
]);

/** A street with its number, or a residence by its name, as it was written. */
export const address: FindSlot = when(
  new RegExp(`\\b(?:${STREET}|r|${ROAD})\\b|\\b(?:${ESTATE})\\b`),
  (text) => {
    const found = streetOrEstate(text);
    return found && { ...found, value: found.said };
  },
);

const LONGEST_ADDRESS = 120;

/** The same in an answer, where any text that may name a place is enough. */
export const addressAnswer: FindSlot = (text) => {
  const found = address(text);
  if (found !== undefined || yesOrNo(text) !== undefined) return found;
  const said = text.said.trim();
  return /\d|[a-z]{4}/.test(text.folded) && said.length <= LONGEST_ADDRESS
    ? wholeAs(text, said)
    : undefined;
};
