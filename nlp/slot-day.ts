import { dayOfMonth, MONTH, WEEKDAY, weekdayOf } from './slot-calendar.ts';
import { notPast, notStreet } from './slot-context.ts';
import { NUMBER, numberOf } from './slot-number.ts';
import type { Saying } from './slot-saying.ts';

const MON = '(?:mon|tues?|wed|thu|thur|fri|sat|sun)';
const SHORT_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const calendar: readonly Saying[] = [
  [
    new RegExp(
      `\\b(?:${WEEKDAY},? )?(?:le |the |au )?(1er|\\d{1,2}|${NUMBER}|premier)(?:st|nd|rd|th)?(?: of)? (${MONTH})\\b(?:,? (20\\d\\d)\\b)?`,
    ),
    ([, day = '', month = '', year = '']) =>
      dayOfMonth(day === 'premier' ? '1er' : day, month, year),
    notStreet,
  ],
  [
    new RegExp(
      `\\b(${MONTH}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d|:|h)(?:,? (20\\d\\d)\\b)?`,
    ),
    ([, month = '', day = '', year = '']) => dayOfMonth(day, month, year),
    notPast,
  ],
  [
    /(?<![\d/.,-])\b(\d{1,2})([/.-])(\d{1,2})\2(20\d\d|\d\d)\b(?![/.-]?\d)/,
    ([, day = '', , month = '', year = '']) => dayOfMonth(day, month, year),
    notPast,
  ],
  [
    new RegExp(
      `(?<![\\d/.,-])\\b(?:(?:le|du|au|rdv|on|the|${WEEKDAY}) (\\d{1,2})/(\\d{1,2})|(\\d{2})/(0[1-9]|1[0-2]))\\b(?! ?[/.:h€%\\d]|-\\d)`,
    ),
    ([, day = '', month = '', other = '', next = '']) => dayOfMonth(day || other, month || next),
    notPast,
  ],
];

const weekdays: readonly Saying[] = [
  [
    new RegExp(
      `\\b(${WEEKDAY}) (?:en (?:huit|8|uit)|(?:de )?la semaine (?:prochaine|pro)|d'apres|de la semaine prochaine|week\\b|next week)|\\b(?:week on|a week on|next week on|la semaine prochaine,? (?:le )?) ?(${WEEKDAY})\\b`,
    ),
    ([, day = '', other = '']) => {
      const weekday = weekdayOf(day || other);
      return weekday && `${weekday}+P1W`;
    },
  ],
  [
    new RegExp(
      `\\b(?:${WEEKDAY}) (?:le |the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?(?:h|heures?|:|am|pm|\\.|/|rue|av|-|et \\d|a \\d))`,
    ),
    ([, day = '']) => dayAlone(day),
    notPast,
  ],
  [
    new RegExp(
      `\\b(${WEEKDAY})\\b(?! (?:sur (?:deux|2)|derniers?|dernie|passe|d'avant|last|soir dernier|il est|ils sont|le technicien est|elle est|j'ai|jai|je suis))`,
    ),
    ([, day = '']) => weekdayOf(day),
    notPast,
  ],
  [
    new RegExp(`\\b(?:on|next|this|by) (${MON})\\b(?! ?day)`),
    ([, day = '']) => `weekday:${SHORT_DAYS.indexOf(day.slice(0, 3)) + 1}`,
  ],
];

/** `---12` for the next twelfth of a month. */
export const dayAlone = (said: string): string | undefined => {
  const day = said === 'premier' ? 1 : numberOf(said);
  return day !== undefined && day >= 1 && day <= 31
    ? `---${String(day).padStart(2, '0')}`
    : undefined;
};

/** The days that people name by the calendar or the week. */
export const days: readonly Saying[] = [...calendar, ...weekdays];
