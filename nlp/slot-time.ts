import {
  dayOfMonth,
  durationOf,
  MONTH,
  monthOf,
  UNIT,
  WEEKDAY,
  weekdayOf,
} from './slot-calendar.ts';
import { SOME_NUMBER } from './slot-number.ts';
import { firstOf, type Saying } from './slot-saying.ts';
import type { FindSlot, SlotText } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const SINCE =
  '(?:depuis|depuit|depui|depuie|dpuis|dpui|deupis|dps|since|sinds|from|a partir d[eu])';
const BEFORE =
  '(?:depuis|depuit|depui|depuie|dpuis|dpui|deupis|dps|d[eu]puis|ca fait|sa fait|cela fait|fait|y a|ya|il y a|since|for|over|past|last|the last|plus de|pres de|environ|about)';
const NEARLY =
  '(?:environ |deja |bientot |plus de |pres de |presque |quasi |au moins |bien |le |about |around |over |more than |nearly |almost |at least |the last |the past )*';

const lasting = ([, count = '', unit = '']: readonly string[]): string | undefined =>
  durationOf(count, unit);

const durations: readonly Saying[] = [
  [
    new RegExp(
      `\\b${BEFORE}\\s+${NEARLY}(${SOME_NUMBER})\\s*(?:(?:ou|a) \\d+ |or \\d+ |bons? |bonnes? |longues? |a |of |good )?(${UNIT})\\b`,
    ),
    lasting,
  ],
  [
    new RegExp(
      `\\b(${SOME_NUMBER})\\s*(?:of )?(${UNIT})\\b\\s*(?:que\\b|qu'|k\\b|ke\\b|ago|now\\b)`,
    ),
    lasting,
  ],
  [new RegExp(`\\b${BEFORE} (?:une |un )?demi[ -]?heure\\b|\\bhalf an hour\\b`), () => 'PT30M'],
  [new RegExp(`\\b${BEFORE} (?:une |un )?huitaine\\b`), () => 'P1W'],
  [new RegExp(`\\b${BEFORE} (?:une |un )?dizaine de jours?\\b`), () => 'P10D'],
  [
    new RegExp(
      `\\b(?:${BEFORE} (?:une |un )?quinzaine|(?:for|over|the last|past) a fortnight|a fortnight ago)\\b`,
    ),
    () => 'P2W',
  ],
];

const FEASTS: readonly (readonly [RegExp, string])[] = [
  [/noel|christmas/, '--12-25'],
  [/toussaint/, '--11-01'],
  [/jour de l'an|new year/, '--01-01'],
];

const dates: readonly Saying[] = [
  [
    new RegExp(`\\b(?:${SINCE})\\s+(?:le )?(\\d{1,2})[/.-](\\d{1,2})(?:[/.-]\\d{2,4})?\\b`),
    ([, day = '', month = '']) => dayOfMonth(day, month),
  ],
  [
    new RegExp(
      `\\b${SINCE}\\s+(?:${WEEKDAY} )?(?:le |the )?(\\d{1,2}|${SOME_NUMBER}|premier)(?:er|st|nd|rd|th)?\\s+(?:of )?(${MONTH})\\b`,
    ),
    ([, day = '', month = '']) => dayOfMonth(day, month),
  ],
  [
    new RegExp(
      `\\b${SINCE}\\s+(?:le mois de |le mois d'|le debut |debut |la fin |fin |mi-?|the month of |early |late |mid-?)?(${MONTH})\\b`,
    ),
    ([, month = '']) => monthOf(month),
  ],
  [
    /\b(?:depuis|depui|dps|since) (?:la |le )?(noel|christmas|toussaint|jour de l'an|new year)/,
    ([, feast = '']) => FEASTS.find(([name]) => name.test(feast))?.[1],
  ],
  [
    new RegExp(`\\b(?:${SINCE}|depuis ce|since last|last)\\s+(?:le |ce |last )?(${WEEKDAY})\\b`),
    ([, day = '']) => weekdayOf(day),
  ],
  [
    new RegExp(`\\b(${WEEKDAY})\\s+(?:derniers?|dernie|passe|last|d'avant)\\b`),
    ([, day = '']) => weekdayOf(day),
  ],
];

const TRIGGER =
  /\d|depui|dpui|deupi|dps|fait|\bya?\b|since|sinds|for\b|over|past|last|plus de|pres de|environ|about|hier|yer\b|ago|now|nuit|yester|night|derni|semaine|week|mois|instant|suite|maintenant|mtn|\bvien|matin|midi|aprem|soir|aujourd|ojourd|ajd|auj\b|heure|today|this|hour|temps|time|long|jours|ages|while|from|a partir|que\b|passe|toujours|tjrs|days|months|years|started/;

/**
 * Since when, independent of the date of today: an ISO 8601 duration back from now (`PT2H`, `P3D`, `P2W`, `P1M`, `P1Y`,
 * `P0D` for today, `P1D` for yesterday), `weekday:1` … `weekday:7` for the last Monday … Sunday, `--11-03` or `--11` for
 * the last such day or month, `long` for a long time without a number.
 */
export const sinceWhen: FindSlot = when(
  TRIGGER,
  firstOf([
    ...durations,
    [/\b(?:avant[ -]?h?ier|the day before yesterday)\b/, () => 'P2D'],
    [/\b(?:hier|yer|ier|yesterday|yest|last night|cette nuit|cet nuit|la veille)\b/, () => 'P1D'],
    ...dates,
    [
      /\b(?:la semaine derniere|semaine derniere|la semaine d'avant|la semaine passee|last week|une semaine|a week)\b/,
      () => 'P1W',
    ],
    [/\b(?:le mois dernier|mois dernier|le mois passe|last month)\b/, () => 'P1M'],
    [/\b(?:l'an(?:nee)? (?:derniere?|passee?)|last year)\b/, () => 'P1Y'],
    [
      /\b(?:a l'instant|tout de suite|maintenant|mtn|just now|right now|vien[st] (?:juste )?d(?:e |')(?:se |s'|me |m'|s |nous )?(?!derriere|notre|votre|entre)[a-z]+(?:er|ir|re|oir)\b|just started)\b/,
      () => 'PT0M',
    ],
    [
      /\b(?:ce matin|se matin|ce mat|ce midi|cet apres[ -]?midi|cet aprem|cette aprem|ce soir|aujourd'?hui|ojourdui|aujourdui|ajd|auj|tout a l'heure|depuis \d{1,2} ?h(?:\d{2})?|this morning|this afternoon|this evening|tonight|today|since \d{1,2}(?::\d{2})? ?(?:am|pm|h|o'clock))\b/,
      () => 'P0D',
    ],
    [/\b(?:ce week[ -]?end|ce we|le week[ -]?end|the weekend|last weekend)\b/, () => 'weekday:6'],
    [/\b(?:une heure|an hour)\b/, () => 'PT1H'],
    [
      /\b(?:(?:depuis|depui|dps|fait|since) (?:un |un bon |pas mal de |quelque |some )?(?:bout de |certain )?(?:temps|time|moment)|longtemps|lgtps|lontemps|longtps|depuis (?:toujours|tjrs|le debut)|des (?:jours|semaines|mois|annees|lustres)|ages|a (?:long )?while|a long time|(?:days|weeks|months|years) (?:now|and))\b/,
      () => 'long',
    ],
  ]),
);

const bare: FindSlot = firstOf([[new RegExp(`\\b(${SOME_NUMBER})\\s*(${UNIT})\\b`), lasting]]);

/** The same in an answer to "since when?", where "3 jours", "lundi" or "mars" is enough. */
export const sinceWhenAnswer: FindSlot = (text) =>
  sinceWhen(text) ?? bare(text) ?? sinceWhen(supposing('depuis', text));

/** A text as if it had begun with another word. */
const supposing = (word: string, text: SlotText): SlotText => ({
  ...text,
  folded: `${word} ${text.folded}`,
  pieces: [word, ...text.pieces],
  at: (index) => text.at(Math.max(0, index - word.length - 1)),
});
