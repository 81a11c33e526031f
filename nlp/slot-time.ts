import { type FindSlot, firstOf, NUMBER, numberOf, type Saying } from './slot-text.ts';

const UNITS: readonly (readonly [string, (count: number) => string])[] = [
  ['minutes?|min|mn|minuts?', (count) => `PT${count}M`],
  ['heures?|h|hrs?|hours?', (count) => `PT${count}H`],
  ['jours?|jrs?|j|days?', (count) => `P${count}D`],
  ['semaines?|sem|smn|weeks?', (count) => `P${count}W`],
  ['mois|months?', (count) => `P${count}M`],
  ['ans?|annees?|years?', (count) => `P${count}Y`],
];

const WEEKDAYS = [
  'lundi|monday',
  'mardi|tuesday',
  'mercredi|wednesday',
  'jeudi|thursday',
  'vendredi|friday',
  'samedi|saturday',
  'dimanche|sunday',
];
const MONTHS = [
  'janvier|january',
  'fevrier|february',
  'mars|march',
  'avril|april',
  'mai|may',
  'juin|june',
  'juillet|july',
  'aout|august',
  'septembre|september',
  'octobre|october',
  'novembre|november',
  'decembre|december',
];

const BEFORE =
  '(?:depuis|depui|dpuis|dps|d[eu]puis|ca fait|sa fait|fait|y a|ya|il y a|since|for|over|past|last|the last|plus de|pres de|environ|about)';
const SINCE = '(?:depuis|depui|dpuis|dps|since|from|a partir d[eu])';

const two = (number: number): string => String(number).padStart(2, '0');

const lasting: readonly Saying[] = UNITS.flatMap(([unit, write]) => {
  const meaning = ([, count]: readonly string[]): string | undefined => {
    const number = numberOf(count ?? '');
    return number === undefined ? undefined : write(number);
  };
  const sayings: readonly Saying[] = [
    [
      new RegExp(
        `\\b${BEFORE}\\s+(?:environ |deja |bientot |plus de |pres de |presque |au moins |about |over |more than |nearly |at least )*(${NUMBER})\\s*(?:ou \\d+ |bonnes? |a )?(?:${unit})\\b`,
      ),
      meaning,
    ],
    [new RegExp(`\\b(${NUMBER})\\s*(?:of )?(?:${unit})\\b\\s*(?:que\\b|qu'|ago|now\\b)`), meaning],
  ];
  return sayings;
});

const weekday: readonly Saying[] = WEEKDAYS.map((day, at) => [
  new RegExp(
    `\\b(?:${SINCE}|depuis ce|since last|last)\\s+(?:le |ce )?(?:${day})\\b|\\b(?:${day})\\s+(?:dernier|passe|last)\\b`,
  ),
  () => `weekday:${at + 1}`,
]);

const month: readonly Saying[] = MONTHS.flatMap((name, at) => {
  const dayOf = ([, day]: readonly string[]) => `--${two(at + 1)}-${two(Number(day))}`;
  const sayings: readonly Saying[] = [
    [
      new RegExp(
        `\\b${SINCE}\\s+(?:le |the )?(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of )?(?:${name})\\b`,
      ),
      dayOf,
    ],
    [
      new RegExp(
        `\\b${SINCE}\\s+(?:le mois de |le mois d'|debut |fin |mi-?|the month of |early |late )?(?:${name})\\b`,
      ),
      () => `--${two(at + 1)}`,
    ],
  ];
  return sayings;
});

const figures: Saying = [
  new RegExp(`\\b(?:${SINCE})\\s+(?:le )?(\\d{1,2})[/.-](\\d{1,2})(?:[/.-]\\d{2,4})?\\b`),
  ([, day, number]) => {
    const valid =
      Number(day) >= 1 && Number(day) <= 31 && Number(number) >= 1 && Number(number) <= 12;
    return valid ? `--${two(Number(number))}-${two(Number(day))}` : undefined;
  },
];

/**
 * Since when, independent of the date of today: an ISO 8601 duration back from now (`PT2H`, `P3D`, `P2W`, `P1M`, `P1Y`,
 * `P0D` for today, `P1D` for yesterday), `weekday:1` … `weekday:7` for the last Monday … Sunday, `--11-03` or `--11` for
 * the last such day or month, `long` for a long time without a number.
 */
export const sinceWhen: FindSlot = firstOf([
  ...lasting,
  [/\b(?:avant[ -]?hier|the day before yesterday)\b/, () => 'P2D'],
  [/\b(?:hier|yer|ier|yesterday|last night|cette nuit)\b/, () => 'P1D'],
  figures,
  ...month,
  ...weekday,
  [/\b(?:la semaine derniere|semaine derniere|last week|une semaine|a week)\b/, () => 'P1W'],
  [/\b(?:le mois dernier|mois dernier|last month)\b/, () => 'P1M'],
  [/\b(?:l'an(?:nee)? derniere?|last year)\b/, () => 'P1Y'],
  [
    /\b(?:a l'instant|tout de suite|maintenant|mtn|just now|right now|viens? de|vient de|just started)\b/,
    () => 'PT0M',
  ],
  [
    /\b(?:ce matin|se matin|ce midi|cet apres[ -]?midi|cet aprem|ce soir|aujourd'?hui|ajd|tout a l'heure|depuis \d{1,2} ?h(?:\d{2})?|this morning|this afternoon|this evening|tonight|today|since \d{1,2}(?::\d{2})? ?(?:am|pm|h|o'clock))\b/,
    () => 'P0D',
  ],
  [/\b(?:ce week[ -]?end|le week[ -]?end|the weekend)\b/, () => 'weekday:6'],
  [/\b(?:une heure|an hour)\b/, () => 'PT1H'],
  [
    /\b(?:(?:depuis|fait|since) (?:un |un bon |pas mal de |quelque |some )?(?:bout de )?(?:temps|time)|longtemps|depuis toujours|des (?:jours|semaines|mois|annees|lustres)|ages|a (?:long )?while|a long time|(?:days|weeks|months|years) (?:now|and))\b/,
    () => 'long',
  ],
]);

const bare: readonly Saying[] = UNITS.map(([unit, write]) => [
  new RegExp(`\\b(${NUMBER})\\s*(?:${unit})\\b`),
  ([, count]) => {
    const number = numberOf(count ?? '');
    return number === undefined ? undefined : write(number);
  },
]);

/** The same in an answer to "since when?", where "3 jours", "lundi" or "mars" is enough. */
export const sinceWhenAnswer: FindSlot = (text) =>
  sinceWhen(text) ?? firstOf(bare)(text) ?? supposingSince(text);

const supposingSince: FindSlot = ({ said, folded }) => {
  const found = sinceWhen({ said: folded, folded: `depuis ${folded}` });
  return found === undefined ? undefined : { value: found.value, said };
};
