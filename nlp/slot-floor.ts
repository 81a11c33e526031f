import { NUMBER, numberOf, ORDINAL } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const HIGHEST = 60;
const RANK = '(?:eres?|er|emes?|ieme|iem|em|e|°|nd|rd|th|st)';
const FLOOR = '(?:etage|etaje|etag|etaj|etg|floor)';
/** What is counted with the same words and is no floor. */
const NOT_A_FLOOR =
  '(?!\\s*(?:fois|foi|jour|mois|moi\\b|semaine|an\\b|annee|relance|rdv|rendez|message|mess\\b|msg|panne|appel|demande|intervention|arrondissement|arr\\b|mail|courrier|coup|degre|semestre|trimestre|tour|reclamation|signalement|passage|technicien|janv|fev|mars|avr|mai\\b|juin|juil|aout|sept|oct|nov|dec|siecle|age|loyer|time|day|week|month|call|visit|of\\b|jan|feb|march|apr|may|june|july|aug))';

const floor = ([, said = '']: readonly string[]): string | undefined => {
  const count = numberOf(said);
  return count === undefined || count > HIGHEST ? undefined : String(count);
};

/** The floor: `0` is the ground floor, `-1` the basement, `top` the last one. */
export const floorLevel: FindSlot = when(
  /\d|etag|etaj|etg|niveau|floor|level|rez|rdc|rdj|ieme|iem\b|premier|second|sol\b|basement|haut|storey/,
  firstOf([
    [/\b(?:sous[ -]?sol|basement|niveau -1|etage -1|level -1|floor -1)\b/, () => '-1'],
    [
      /\b(?:rdc|rdj|r\.d\.c|(?:au )?rez[ -]?(?:de|2)?[ -]?ch\w+|rez de jardin|au rez\b|ground[ -]?(?:floor|level)|grnd floor)\b/,
      () => '0',
    ],
    [
      /\b(?:dernier etage|dernier etaj|etage le plus haut|tout en haut|(?:top|last|highest) (?:floor|storey)|top[ -]floor)\b/,
      () => 'top',
    ],
    [new RegExp(`\\b(\\d{1,2})\\s*${RANK}\\s*-?\\s*${FLOOR}s?\\b`), floor],
    [new RegExp(`\\b(\\d{1,2})\\s*-?\\s*${FLOOR}\\b`), floor],
    [new RegExp(`\\b(${ORDINAL}|${NUMBER})[ -]${FLOOR}\\b`), floor],
    [
      new RegExp(
        `\\b(?:etages?|etaj|etg|floor|niveau|level)\\s*(?:n[°o]?\\s*|numero |:\\s*)?(${NUMBER})\\b${NOT_A_FLOOR}`,
      ),
      floor,
    ],
    [/\br ?\+ ?(\d{1,2})\b/, floor],
    [
      new RegExp(
        `\\b(?:au|du|o|habite|jabite|habit|vis|loge|appart\\w*|logement|flat|(?:live|lives|living|flat|am|are|stuck|up|we're|i'm) on the|bat\\w* \\w)\\s+(?:au |le |dans le )?(\\d{1,2})\\s*${RANK}\\b${NOT_A_FLOOR}`,
      ),
      floor,
    ],
    [
      new RegExp(
        `\\b(?:au|habite le|du|(?:live|lives|living|flat|am|are|stuck|up|we're|i'm) on the) (${ORDINAL})\\b(?!\\s*(?:left|right|door))${NOT_A_FLOOR}`,
      ),
      floor,
    ],
    [
      /\b(\d{1,2})\s*(?:eme|ieme|em|er|e)\s+(?:etg )?(?:a |de )?(?:gauche|droite|face|porte|fond|gche|dte|gch)\b/,
      floor,
    ],
  ]),
);

/** The same in an answer, where "3" or "le troisième" is enough. */
export const floorAnswer: FindSlot = (text) => floorLevel(text) ?? bareFloor(text);

const bareFloor: FindSlot = firstOf([
  [
    new RegExp(
      `^(?:au |le |la |c'est |c |ct |on the |the |it's )*(\\d{1,2}|${ORDINAL}|${NUMBER})\\s?${RANK}?\\W*$`,
    ),
    floor,
  ],
]);
