import { NUMBER, numberOf } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const [COLDEST, WARMEST] = [-10, 45];
const FIGURE = `(-?\\d{1,2}(?:[.,]\\d)?|${NUMBER})`;
/** Not where water, the weather or a setting was measured. */
const INSIDE =
  '(?<!\\b(?:dehors|exterieure?|eau|regle\\w*|mis|thermostat|programme\\w*|consigne|four|frigo|congelateur|outside|outdoors|water|oven|fridge|freezer|set)\\b[^.!?;]{0,45})';
const NOT_OUTSIDE = "(?! ?(?:\\w+ )?(?:dehors|a l'exterieur|outside|outdoors|fahrenheit|f\\b))";

const degrees = ([, said = '']: readonly string[]): string | undefined => {
  const figure = said.replace(',', '.');
  const value = /\d/.test(figure) ? Number(figure) : numberOf(said);
  return value !== undefined && value >= COLDEST && value <= WARMEST ? String(value) : undefined;
};

const UNIT = "(?:°\\s?c?(?![a-z0-9])|degrees?\\b|degres?\\b|dgr|deg\\b|(?<=\\d)c\\b(?!')|celsius)";
const NOT_COUNTED =
  "(?!\\s*(?:h\\b|ans?\\b|jours?|mois|semaines?|fois|heures?|minutes?|min\\b|days?|weeks?|years?|months?|hours?|enfants?|€|euros?|m2|m²|m\\b|metres?|personnes?|people|am\\b|pm\\b|o'clock|rue|%|pieces?|etages?|e\\b|eme|th\\b|nd\\b|rd\\b|st\\b|bis|pannes?|radiateurs?|chambres?|[,.:/]?\\d|of\\b|\\w+ street))";

/** Not the number of a door, a floor or a street. */
const NOT_NAMED =
  '(?<!\\b(?:escalier|esc|bat|batiment|porte|appt|appartement|etage|numero|door|flat|floor|number)\\s{0,2})';

/** The temperature at home, °C. */
export const indoorTemperature: FindSlot = when(
  /\d|degr|dgr/,
  firstOf([
    [new RegExp(`(?<![\\d/.,])${FIGURE}\\s*${UNIT}${INSIDE}${NOT_OUTSIDE}`), degrees],
    [
      new RegExp(
        `\\b(?:il fait|i fait|y fait|fait|fai|on a|on est a|il y a|temperature (?:de|est(?: de| a)?|a|is)|thermometre (?:indique|affiche|dit|est a|marque)|thermometer (?:says|reads|shows)|only|it's|it is|its)\\s+(?:a peine |que |seulement |tout juste |juste |about |around |only |just |barely |environ |dans les )*(-?\\d{1,2}(?:[.,]\\d)?)\\b${NOT_COUNTED}${NOT_OUTSIDE}${INSIDE}`,
      ),
      degrees,
    ],
  ]),
);

/** The same in an answer, where the figure is enough. */
export const temperatureAnswer: FindSlot = (text) => indoorTemperature(text) ?? anyFigure(text);

const anyFigure: FindSlot = firstOf([
  [new RegExp(`(?<![\\w])${NOT_NAMED}${FIGURE}\\b${NOT_COUNTED}`), degrees],
]);
