import { durationOf, MONTH, monthOf, UNIT } from './slot-calendar.ts';
import { agreed, coming } from './slot-context.ts';
import { dayAlone, days } from './slot-day.ts';
import { NUMBER } from './slot-number.ts';
import { firstOf, type Saying } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const ahead = (value: string) => (): string => `+${value}`;
const later = (duration: string | undefined): string | undefined => duration && `+${duration}`;

const soon: readonly Saying[] = [
  [
    /\b(?:(?:apres|aprs|apre|ap|apr)[ -]?(?:demain|2main|demin|dmain|2m1)|surlendemain|day after tomorrow)\b/,
    ahead('P2D'),
  ],
  [
    /\b(?:demain|2main|dem1|demin|dmain|2m1|tomorrow|tomorow|tommorow|tommorrow|tmrw|tmw|tmr|2moro|tomoz)\b/,
    ahead('P1D'),
  ],
  [
    new RegExp(
      `\\b(?:dans|ds|d'ici|sous|d'ici a|in|within)\\s+(?:environ |les |about |the next )?(${NUMBER}|a|an|quelques|a few|a couple of)\\s*(${UNIT})\\b(?! (?:de retard|d'attente))`,
    ),
    ([, count = '', unit = '']) =>
      later(durationOf(count.replace(/^a (few|couple) ?(?:of)?$/, '$1'), unit)),
  ],
  [
    new RegExp(
      `\\b(${NUMBER}|a) (${UNIT}) (?:from now|from today|from tomorrow|plus tard|later)\\b`,
    ),
    ([, count = '', unit = '']) => later(durationOf(count, unit)),
  ],
  [/\b(?:sous|dans|d'ici) (?:une |la )?huitaine\b/, ahead('P1W')],
  [
    /\b(?:(?:sous|dans|ds|d'ici) (?:une |la )?quinzaine|in a fortnight|(?:a )?fortnight(?:'s)? time)\b/,
    ahead('P2W'),
  ],
];

const spans: readonly Saying[] = [
  [
    /\b(?:la )?(?:semaine|sem|smaine) (?:prochaine?|proch|pro|pr|qui (?:vient|arrive)|suivante|d'apres)\b|\bnext week\b/,
    ahead('P1W'),
  ],
  [/\b(?:le )?mois (?:prochain|pro|qui vient|suivant)\b|\bnext month\b/, ahead('P1M')],
  [
    /\b(?:fin d[eu]|la fin du|courant du) mois\b|\b(?:end of|later) (?:the|this) month\b/,
    ahead('P0M'),
  ],
  [
    /\b(?:week[ -]?end|we) (?:prochain|pro|qui vient)\b|\b(?:next|this coming|at the) weekend\b/,
    () => 'weekday:6',
  ],
  [/\b(?:ce week[ -]?end|ce we|this weekend|the weekend)\b/, () => 'weekday:6', coming],
  [/\b(?:cette semaine|cet semaine|this week|the week)\b/, ahead('P0W'), coming],
  [
    /\b(?:aujourd'?hui|ojourdui|aujourdui|ajd|auj|ce soir|cet aprem|cet apres[ -]midi|today|tonight|this (?:afternoon|evening))\b/,
    ahead('P0D'),
    coming,
  ],
  [
    new RegExp(
      `\\b(?:courant|debut|fin|mi-?|en|d'ici|by|early|late|mid-?|next|in|end of) (?:le mois de )?(${MONTH})\\b(?! \\d)`,
    ),
    ([, month = '']) => monthOf(month),
  ],
  [
    new RegExp(
      `(?:le|au) (\\d{1,2}|premier)(?:er)?\\b(?! ?(?:h\\b|heures?|:|rue|av\\b|bd|allee|/|\\.\\d|€|eme|e\\b|ans|etage|bis|%|${MONTH}))`,
    ),
    ([, day = '']) => dayAlone(day),
    agreed,
  ],
  [
    /\b(?:on|by|until|before|after|for) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|time|of|flat|level|storey))/,
    ([, day = '']) => dayAlone(day),
  ],
];

const TRIGGER =
  /main\b|dem1|dem?in|2m1|surlend|tom+or|tmr?w|tmr|2moro|tomoz|dans|\bds\b|d'ici|sous|within|\bin\b|from|plus tard|later|huitaine|quinzaine|fortnight|\d[/.-]\d|lu?indi|lundi|mardi|cred[iy]|cedi|crdi|jeu?di|jeudy|dred|drdi|samed|samdi|dimanch|dimench|day\b|days\b|thurs|janv|fev|mars|avr|mai\b|juin|juil|aou|sept|oct|nov|dec|jan|feb|march|apr|may|june|july|aug|sep|week|semaine|\bsem\b|smaine|mois|month|weekend|\bwe\b|aujourd|ojourd|ajd|auj\b|ce soir|cet aprem|tonight|this (?:aft|eve)|\b(?:le|au) (?:\d|premier)|the \d|\b(?:on|next|this|by) (?:mon|tue|wed|thu|fri|sat|sun)/;

/**
 * A day to come, as for an appointment, independent of the date of today: an ISO 8601 duration ahead (`+P0D` today,
 * `+P1D` tomorrow, `+P3D`, `+P1W` next week, `+P0W` this week, `+P0M` this month), `weekday:4` for the next Thursday and
 * `weekday:4+P1W` for the one after, `--06-10` or `--06` for the next such day or month, `---12` for the next twelfth, and
 * `2026-06-10` where the year was said.
 */
export const dateOf: FindSlot = when(TRIGGER, firstOf([...soon, ...days, ...spans]));
