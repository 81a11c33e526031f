import type { Language } from '../bot/index.ts';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** The units of a duration such as P3D or PT18H. */
const UNITS: Readonly<Record<string, string>> = {
  H: 'hour',
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

/** The last days that have a name of their own. */
const NAMED: Readonly<Record<Language, number>> = { fr: 2, en: 1 };

/** How long ago in plain words; nothing when the value is none that is known. */
export const describeSince = (value: string, language: Language): string | undefined => {
  const locale = LOCALES[language];
  const [, count = '', unit = ''] = /^P?T?(\d+)([HDWMY])$/.exec(value) ?? [];
  if (unit === 'D' && Number(count) <= NAMED[language]) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Number(count), 'day');
  }
  if (unit !== '') return amount(Number(count), UNITS[unit], locale);
  const [, weekday] = /^weekday:(\d)$/.exec(value) ?? [];
  return weekday === undefined ? undefined : dayName(Number(weekday), locale);
};

/** A day of the year in plain words: "12 novembre". */
export const describeDay = (value: string, language: Language): string | undefined => {
  const [, month, day] = /^(?:\d{4}-|--)(\d{2})-(\d{2})$/.exec(value) ?? [];
  return month === undefined ? undefined : dateName(Number(month), Number(day), LOCALES[language]);
};

const amount = (count: number, unit: string | undefined, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unitDisplay: 'long',
    ...(unit === undefined ? {} : { unit }),
  }).format(count);

/** A week that begins on a Monday names the days. */
const dayName = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  );

const dateName = (month: number, day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, day),
  );
