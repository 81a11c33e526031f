import { numberOf } from './slot-number.ts';

const WEEKDAYS = [
  'lundis?|lindi|monday|mondays|mon day',
  'mardis?|tuesdays?|teusday',
  'mercredis?|mecredi|mercedi|mercrdi|wednesdays?|wensday|wednsday',
  'jeudis?|jedi|jeudy|thursdays?|thurs|thersday',
  'vendredis?|vandredi|vendredy|vendrdi|fridays?',
  'samedis?|samdi|samedy|saturdays?|satuday',
  'dimanches?|dimenche|dimanch|sundays?',
];
const MONTHS = [
  'janvier|janvie|janv|january|jan',
  'fevrier|fevrie|fev|february|febuary|feb',
  'mars|march',
  'avril|avrile|avr|april|apr',
  'mai|may',
  'juin|june',
  'juillet|juil|juiller|july',
  'aout|aou|august|aug',
  'septembre|septembr|sept|september|sep',
  'octobre|octobr|oct|october',
  'novembre|novembr|nov|november',
  'decembre|decenbre|decembr|dec|december',
];
const UNITS: readonly (readonly [string, (count: number) => string])[] = [
  ['minutes?|minuts?|mins?|mn', (count) => `PT${count}M`],
  ['heures?|heur|h|hrs?|hours?', (count) => `PT${count}H`],
  ['jours?|jour|jrs?|j|days?', (count) => `P${count}D`],
  ['semaines?|semaine|smaines?|semain|sem|smn|weeks?|wks?', (count) => `P${count}W`],
  ['mois|moi|months?|mths?', (count) => `P${count}M`],
  ['ans?|annees?|years?|yrs?', (count) => `P${count}Y`],
];

const anyOf = (names: readonly string[]): string => `(?:${names.join('|')})`;

/** The names of the days, the months and the units of time, for use inside patterns. */
export const [WEEKDAY, MONTH, UNIT] = [WEEKDAYS, MONTHS, UNITS.map(([name]) => name)].map(anyOf);

const whole = (names: string): RegExp => new RegExp(`^(?:${names})$`);
const [WEEKDAY_NAMES, MONTH_NAMES] = [WEEKDAYS.map(whole), MONTHS.map(whole)];
const UNIT_NAMES = UNITS.map(([names, write]) => [whole(names), write] as const);

const two = (number: number): string => String(number).padStart(2, '0');

/** `weekday:1` for Monday to `weekday:7` for Sunday. */
export const weekdayOf = (name: string): string | undefined => {
  const at = WEEKDAY_NAMES.findIndex((names) => names.test(name));
  return at < 0 ? undefined : `weekday:${at + 1}`;
};

/** `--06` for June. */
export const monthOf = (name: string): string | undefined => {
  const at = MONTH_NAMES.findIndex((names) => names.test(name));
  return at < 0 ? undefined : `--${two(at + 1)}`;
};

const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `--06-10` for the tenth of June, `2025-06-10` when the year was said; undefined for a day that does not exist. */
export const dayOfMonth = (day: string, month: string, year = ''): string | undefined => {
  const number = Number(month) || Number(monthOf(month)?.slice(2));
  const date = day.startsWith('1er') ? 1 : numberOf(day);
  if (date === undefined || date < 1 || date > (MONTH_LENGTHS[number - 1] ?? 0)) return undefined;
  const rest = `${two(number)}-${two(date)}`;
  if (year === '') return `--${rest}`;
  return `${year.length === 2 ? `20${year}` : year}-${rest}`;
};

/** `P3D` for "3", "jours": how long, as an ISO 8601 duration. */
export const durationOf = (count: string, unit: string): string | undefined => {
  const number = numberOf(count);
  const [, write] = UNIT_NAMES.find(([names]) => names.test(unit)) ?? [];
  return number === undefined ? undefined : write?.(number);
};
