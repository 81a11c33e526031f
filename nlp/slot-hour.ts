import { COUNT, isHalved, minuteOf, TIME, written } from './slot-clock.ts';
import { eitherOf, firstOf, type Saying } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const NOON = 12 * 60;
const BARE = '\\d{1,2}';
const NOT_COUNTED =
  '(?! ?(?:ans?\\b|jours?|mois|semaines?|euros?|€|personnes?|degres?|°|fois|m2|minutes?|min\\b|mn\\b|rue|av\\b|bd|bis|etages?|eme|e\\b|er\\b|pieces?|%|enfants?|voisins?|people|days?|weeks?|months?|years?|times?|degrees?|floors?|th\\b|st\\b|nd\\b|rd\\b|rooms?|pounds?|flats?|appart\\w*|logements?|[a-z]+ (?:street|road|close|avenue)|[,./:-]\\d|\\d))';
/** Words that make what follows a duration or a past. */
const LASTING =
  /\b(?:depuis|depuit|depui|dpuis|dps|fait|ya|y a|pendant|sous|dans|ds|les|dur\w+|en|plus de|moins de|for|in|within|every|since|d'ici|reste|attend\w*|environ|pres de|hier a|hier|about) (?:le |deja |plus de |environ )?$/;
const THAT_DAY =
  /\b(?:ce|se|hier|hier au|depuis le|du|au|bon|bonne|good|this|yesterday|yesterday in the|depuis hier|depuis|lasts?) $/;
const notLasting = (before: string): boolean =>
  !LASTING.test(before) && !/\d[.,]?$|[/:-]$/.test(before);
const anyAfternoon = (before: string): boolean =>
  !/\b(?:hier|hier au|matin au|bon|bonne|good|yesterday) $/.test(before);
const anyDay = (before: string): boolean => !THAT_DAY.test(before);
const NO_DURATION =
  "(?! (?:sans|par|plus tard|que|qu'|apres|de (?:route|marche|retard|temps|travail|coupure|boulot)|without|late|ago)\\b| ?d'| ?/ ?24|/)";
const AFTER =
  "(?:apres|aprs|ap|a partir (?:de |d')?|apartir (?:de |d')?|des|pas avant|after|from|any ?time after|not before)";
const BEFORE = "(?:avant|jusqu'a|jusqua|jusque|maxi?|before|by|until|till|no later than)";
const GAP = "(?: |(?<=d')|(?=\\d))";
const AT = '(?:a|vers|pour|autour de|aux alentours de|aux environs de|sur les|at|around|@)';

const range = ([, from = '', to = '']: readonly string[]): string | undefined => {
  const [first, last] = [minuteOf(from), minuteOf(to)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const shared = isHalved(to) && !isHalved(from) && first + NOON < last ? first + NOON : first;
  return `${written(shared)}/${written(last)}`;
};
const at = ([, said = '']: readonly string[]): string | undefined => {
  const minute = minuteOf(said);
  return minute === undefined ? undefined : written(minute);
};
const open =
  (write: (time: string) => string) =>
  (groups: readonly string[]): string | undefined => {
    const time = at(groups);
    return time === undefined ? undefined : write(time);
  };
const [onwards, until] = [open((time) => `${time}/..`), open((time) => `../${time}`)];

const SEP = "(?: ?[-–/] ?| ?a | et | to | and | till? | until | jusqu'a | jusqua )";

const ranges: readonly Saying[] = [
  [/\b(?:entre )?midi (?:et )?(?:deux|2)\b/, () => '12:00/14:00'],
  [new RegExp(`\\b(?:from|between|entre) (${COUNT})${SEP}(${TIME})${NO_DURATION}`), range],
  [new RegExp(`\\b(${TIME}|${BARE})${SEP}(${TIME})${NO_DURATION}`), range],
  [new RegExp(`\\b(${TIME})${SEP}(${BARE})\\b${NOT_COUNTED}`), range],
  [new RegExp(`\\b(?:entre|between) (${COUNT}) (?:et|and) (${COUNT})\\b${NOT_COUNTED}`), range],
  [new RegExp(`\\bfrom (${COUNT}) (?:to|till|until) (${COUNT})\\b${NOT_COUNTED}`), range],
];

const singles: readonly Saying[] = [
  [new RegExp(`\\b${AFTER}${GAP}(?:les )?(${TIME})${NO_DURATION}`), onwards],
  [new RegExp(`\\b${BEFORE}${GAP}(${TIME})${NO_DURATION}`), until],
  [
    new RegExp(
      `\\b(?:after|apres|from) (${BARE})(?= ?(?:$|[,.!?]|please|on\\b|svp|stp|tomorrow|today|and\\b))`,
    ),
    onwards,
  ],
  [
    new RegExp(
      `\\b(?:before|avant) (${BARE})(?= ?(?:$|[,.!?]|please|on\\b|svp|stp|tomorrow|today|and\\b))`,
    ),
    until,
  ],
  [new RegExp(`\\b${AT} ?(${TIME})${NO_DURATION}(?! de [rm])`), at],
  [/\b(?:at|around|vers) (\d{1,2})(?= ?(?:$|[,.!?]|please|on\b|svp|stp|tomorrow|today|if\b))/, at],
  [
    new RegExp(`\\b(${TIME})${NO_DURATION}`),
    ([all = '', said = '']) => (isBareDuration(said) ? undefined : at([all, said])),
    notLasting,
  ],
];

/** "3h" alone is how long; "17h" alone is when. */
const isBareDuration = (said: string): boolean => {
  const [, hour] = /^(\d{1,2}|[a-z-]+) ?(?:h|heures?|heur|hr?s)$/.exec(said) ?? [];
  return hour !== undefined && !(Number(hour) >= 8 && Number(hour) <= 20);
};

const parts: readonly Saying[] = [
  [/\b(?:matin(?:ee)?s?|mat|mornings?)\b(?! au soir)/, () => 'morning', anyDay],
  [/\b(?:apr(?:es)?[ -]?midis?|aprem|aprm|afternoons?)\b/, () => 'afternoon', anyAfternoon],
  [/\b(?:soirs?|soiree|evenings?)\b/, () => 'evening', anyAfternoon],
];

const sayings = [...ranges, ...singles, ...parts];
/** Those in which no time need be. */
const bare = sayings.filter(([{ source }]) => !source.includes(TIME));

/** What every time has that is more than a number. */
const TIMED =
  /heur|hr?s?(?![a-z])|\d:\d|[ap]\.?m\b|clock|morning|afternoon|evening|night|past|\bto\b|midi|minuit|noon|midday/;

const TRIGGER =
  /\dh|\d h|\d ?[ap]\.?m\b|heur|\d:\d|midi|minuit|noon|midday|midnight|clock|past|to\b|entre|between|from|after|apre|avant|befor|vers|at \d|around|matin|\bmat\b|morning|aprem|aprm|soir|evening|pm\b|am\b|\bhr?s\b/;

/**
 * A time of day: `17:00`, a range `14:00/18:00`, open `18:00/..` or `../10:00`, else `morning`, `afternoon` or `evening`.
 * An hour from 1 to 6 in English without am or pm is in the afternoon; French hours are taken as said.
 */
export const hourOf: FindSlot = when(
  TRIGGER,
  eitherOf([when(TIMED, firstOf(sayings)), firstOf(bare)]),
);
