import type { HalfDay, Instant } from '../bot/index.ts';
import { fold } from './fold.ts';
import type { Moment } from './moment.ts';

const ZONE = 'Europe/Paris';
const LOCALES = ['fr-FR', 'en-GB'] as const;
const DAY_LENGTH = 86_400_000;
const MIDDAY = 12;

/**
 * The half-days a message wishes for, of those that can be had; empty when it names a day that cannot, nothing when
 * it names no day and no part of the day.
 */
export const wishIn = (
  moment: Moment,
  all: readonly HalfDay[],
  except: HalfDay | undefined,
): readonly HalfDay[] | undefined => {
  const part = partSaid(moment);
  const text = withoutDay(fold(moment.text), except);
  const days = all.filter((half) => namesDay(moment, text, half));
  if (days.length > 0) return soonest(days.filter((half) => fits(half, part)));
  if (namesSomeDay(text) || FAR_DATE.test(dateSaid(moment))) return [];
  return part === undefined ? undefined : all.filter((half) => fits(half, part)).slice(0, 3);
};

/** A date of the calendar, such as `--01-03`. */
const FAR_DATE = /-\d\d-\d\d$/;

const dateSaid = ({ heard }: Moment): string => heard.slots['date']?.value ?? '';

const fits = (half: HalfDay, part: HalfDay['part'] | undefined): boolean =>
  part === undefined || half.part === part;

/** "Jeudi" is the next one, in all its parts. */
const soonest = (halves: readonly HalfDay[]): readonly HalfDay[] => {
  const first = halves[0]?.id.split(':')[0] ?? '';
  return halves.filter(({ id }) => id.startsWith(first));
};

const partSaid = ({ heard, text }: Moment): HalfDay['part'] | undefined => {
  const said = heard.slots['hour']?.value ?? '';
  if (said === 'morning' || said === 'afternoon') return said;
  const hour = /^(\d\d):/.exec(said)?.[1];
  if (hour === undefined) return PARTS.find(([, words]) => words.test(text))?.[0];
  return Number(hour) < MIDDAY ? 'morning' : 'afternoon';
};

/** "Le 26 au matin" tells a part of the day, and no hour. */
const PARTS: readonly (readonly [HalfDay['part'], RegExp])[] = [
  ['morning', /\bmatin|\bmorning/i],
  ['afternoon', /\bapr[eè]s[ -]?midi|\baprem|\bafternoon/i],
];

const namesDay = (moment: Moment, text: string, { from }: HalfDay): boolean =>
  dayWords(from).some((word) => text.includes(` ${word} `)) ||
  isDayOfMonth(text, from) ||
  isDaysAhead(moment, from) ||
  isWeeksAhead(moment, from);

/** "Le 26", "the 26th". */
const isDayOfMonth = (text: string, at: Instant): boolean => {
  const said = /\b(?:le|the) (\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?h| heure)/.exec(text)?.[1];
  return said !== undefined && Number(said) === Number(format('en-GB', at, { day: 'numeric' }));
};

/** The names of a day: "jeudi", "26 novembre". */
const dayWords = (at: Instant): readonly string[] =>
  LOCALES.flatMap((locale) => [
    fold(format(locale, at, { weekday: 'long' })).trim(),
    fold(format(locale, at, { day: 'numeric', month: 'long' })).trim(),
  ]);

const format = (locale: string, at: Instant, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...parts }).format(at);

/** "Demain", "dans trois jours". */
const isDaysAhead = (moment: Moment, at: Instant): boolean => {
  const days = /^\+P(\d+)D$/.exec(dateSaid(moment))?.[1];
  return days !== undefined && sameDay(at, moment.input.now + Number(days) * DAY_LENGTH);
};

/** "La semaine prochaine", from its Monday on. */
const isWeeksAhead = (moment: Moment, at: Instant): boolean => {
  const weeks = /^\+P(\d+)W$/.exec(dateSaid(moment))?.[1];
  return weeks !== undefined && weekOf(at) === weekOf(moment.input.now) + Number(weeks);
};

/** Weeks from Monday to Sunday; the first day of 1970 was a Thursday. */
const weekOf = (at: Instant): number => Math.floor((at / DAY_LENGTH + 3) / 7);

const sameDay = (one: Instant, two: Instant): boolean =>
  format('en-GB', one, { dateStyle: 'short' }) === format('en-GB', two, { dateStyle: 'short' });

/** The names of the seven days, from a Thursday on. */
const WEEK = Array.from({ length: 7 }, (_, n) => dayWords(n * DAY_LENGTH)[0] ?? '').concat(
  Array.from({ length: 7 }, (_, n) => dayWords(n * DAY_LENGTH)[2] ?? ''),
);

const namesSomeDay = (text: string): boolean => WEEK.some((day) => text.includes(` ${day} `));

/** "Je ne peux pas jeudi, plutôt vendredi": the day that is given up is not wished for. */
const withoutDay = (text: string, except: HalfDay | undefined): string =>
  except === undefined
    ? text
    : dayWords(except.from).reduce((rest, word) => rest.replaceAll(` ${word} `, ' '), text);
