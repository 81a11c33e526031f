import { numberOf, SPOKEN_ONCE } from './slot-number.ts';

/** An hour without a word that says so, for use inside patterns. */
export const COUNT = `(?:\\d{1,2}|${SPOKEN_ONCE})`;
const MINUTES =
  "(?: ?[0-5]\\d\\b(?! \\d)| (?:et )?(?:demie?|quart)| moins (?:le |l')?(?:quart|\\d{1,2}|vingt|dix|cinq)| (?:cinq|dix|quinze|vingt|vingt[- ]cinq|trente|quarante|quarante[- ]cinq|cinquante)\\b)?";
const HALF =
  "(?: ?(?:du (?:matin|mat|soir)|de l'? ?(?:apres[- ]?midi|aprem)|de la (?:nuit|matinee)|in the (?:morning|afternoon|evening)|at night|[ap]\\.?m\\b\\.?))?";
const HALF_ENGLISH = '(?:[ap]\\.?m\\b\\.?)';

const PAST = ` (?:past|to) ${COUNT}\\b${HALF}`;
const CLOCK = [
  ` ?(?:h|heures?|heur|hr?s)(?![a-z])${MINUTES}${HALF}`,
  ` ?(?:${HALF_ENGLISH}|o'? ?clock\\b${HALF})`,
  ' (?:in the (?:morning|afternoon|evening)|at night)',
  PAST,
].join('|');

/**
 * A time of day that cannot be read as anything else but a duration, for use inside patterns. A count stands in it as
 * rarely as can be: the first use of a long pattern takes time.
 */
export const TIME = `(?:${[
  `${COUNT}(?:${CLOCK})`,
  `\\d{1,2}:[0-5]\\d${HALF}`,
  `\\d{1,2}\\.[0-5]\\d ?${HALF_ENGLISH}`,
  `(?:half|(?:a )?quarter)${PAST}`,
  `(?:midi|minuit|noon|midday|midnight)\\b(?: (?:et )?(?:demie?|quart|trente)| moins (?:le )?quart)?`,
].join('|')})`;

const DAY = 24 * 60;
const NOON = 12 * 60;
/** Nobody expects anybody before: an hour below it without am or pm is in the afternoon. */
const EARLIEST = 7 * 60;
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/^(?:a )?quarter$|^(?:et )?quart$/, 15],
  [/^half$|^(?:et )?demie?$/, 30],
];

/** The minute of the day that a time in figures or words stands for; a bare number is an hour. */
export const minuteOf = (said: string): number | undefined => {
  const read = named(said) ?? english(said) ?? inFigures(said) ?? bare(said);
  if (read === undefined || read < 0) return undefined;
  const minute = halved(read, said);
  return minute < DAY ? minute : undefined;
};

const named = (said: string): number | undefined => {
  const [, name = '', rest = ''] = /^(midi|minuit|noon|midday|midnight)\s?(.*)$/.exec(said) ?? [];
  if (name === '') return undefined;
  const start = name === 'minuit' || name === 'midnight' ? 0 : NOON;
  return start + (minutesIn(rest) ?? 0);
};

const english = (said: string): number | undefined => {
  const [, part = '', way = '', hour = ''] = /^(.+) (past|to) ([a-z]+|\d+)/.exec(said) ?? [];
  const [minutes, count] = [minutesIn(part), numberOf(hour)];
  if (minutes === undefined || count === undefined) return undefined;
  return likely(count * 60 + (way === 'past' ? minutes : -minutes), said);
};

const inFigures = (said: string): number | undefined => {
  const [, hour = '', mark = '', rest = ''] =
    /^(.+?) ?(h(?![a-z])|heures?|heur|hr?s|:|\.(?=\d)|o'? ?clock|(?=[ap]\.?m\b|in the|at night))\s?(.*)$/.exec(
      said,
    ) ?? [];
  const count = numberOf(hour);
  if (count === undefined) return undefined;
  const minute =
    count * 60 + (minutesIn(rest.replace(/ ?(?:\b(?:du|de|in|at)|[ap]\.?m)\b.*$/, '')) ?? 0);
  return mark.startsWith('o') ? likely(minute, said) : minute;
};

const bare = (said: string): number | undefined => {
  const count = numberOf(said);
  return count === undefined ? undefined : likely(count * 60, '');
};

const minutesIn = (said: string): number | undefined => {
  const fraction = FRACTIONS.find(([words]) => words.test(said))?.[1];
  if (fraction !== undefined) return fraction;
  const [, less = ''] = /^moins (?:le |l')?(.+)$/.exec(said) ?? [];
  if (less !== '') return -(minutesIn(less) ?? 0);
  return numberOf(said);
};

const LATE = /soir|apres|aprem|afternoon|evening|p\.?m\b/;
const EARLY = /mat|morning|a\.?m\b/;
const NIGHT = /nuit|night(?<!midnight)/;

const likely = (minute: number, said: string): number =>
  minute < EARLIEST && !isHalved(said) ? minute + NOON : minute;

/** Whether morning or afternoon was said. */
export const isHalved = (said: string): boolean =>
  LATE.test(said) || EARLY.test(said) || NIGHT.test(said);

const halved = (minute: number, said: string): number => {
  if (LATE.test(said) && minute < NOON) return minute + NOON;
  if (EARLY.test(said) && minute >= NOON && minute < NOON + 60) return minute - NOON;
  if (NIGHT.test(said) && minute >= 8 * 60 && minute < NOON) return minute + NOON;
  return minute;
};

/** `17:05` for a minute of the day. */
export const written = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
