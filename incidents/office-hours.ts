import type { Instant, OfficeHours } from '../bot/index.ts';
import { createWallClock, type Day, dateOf, weekdayOf } from './day.ts';
import { type HolidayLaw, holidaysOf } from './holidays.ts';

/** A part of a day, in minutes from midnight; `to` is not part of it. */
type Period = { readonly from: number; readonly to: number };

/** The opening hours of a week; the days count from 1, Monday, to 7, Sunday. */
export type WeekHours = ReadonlyMap<number, readonly Period[]>;

const DAYS = /^([1-7])(?:-([1-7]))?$/;
const PERIOD = /^(\d{1,2})[:h](\d{2})-(\d{1,2})[:h](\d{2})$/;
const DAY_MINUTES = 24 * 60;

/**
 * Reads opening hours such as `1-5 09:00-12:30 14:00-17:30; 6 09:00-12:00`, in French time.
 * Undefined when a part is none, ends before it begins, overlaps another, or a day is told twice.
 */
export const parseOfficeHours = (text: string): WeekHours | undefined => {
  const week = new Map<number, readonly Period[]>();
  for (const part of text.split(';')) {
    const [days = '', ...times] = part.trim().split(/\s+/);
    const periods = readPeriods(times);
    const named = readDays(days);
    if (periods === undefined || named.length === 0) return undefined;
    if (named.some((day) => week.has(day))) return undefined;
    for (const day of named) week.set(day, periods);
  }
  return week;
};

const readDays = (text: string): readonly number[] => {
  const [, from, to = from] = DAYS.exec(text) ?? [];
  const length = Number(to) - Number(from) + 1;
  return length > 0 ? Array.from({ length }, (_, n) => Number(from) + n) : [];
};

const readPeriods = (texts: readonly string[]): readonly Period[] | undefined => {
  const periods = texts.flatMap((text) => {
    const [hour, minute, toHour, toMinute] = (PERIOD.exec(text) ?? []).slice(1).map(Number);
    if (hour === undefined || minute === undefined || minute > 59) return [];
    if (toHour === undefined || toMinute === undefined || toMinute > 59) return [];
    return [{ from: hour * 60 + minute, to: toHour * 60 + toMinute }];
  });
  const inOrder = periods.every(
    ({ from, to }, n) => from < to && from >= (periods[n - 1]?.to ?? 0),
  );
  const inDay = periods.every(({ to }) => to <= DAY_MINUTES);
  return periods.length === texts.length && texts.length > 0 && inOrder && inDay
    ? periods
    : undefined;
};

/** Days looked ahead for the next opening: more than any row of holidays. */
const LOOK_AHEAD = 60;

/** Builds the opening hours; without a week nothing is told of them, and the desk counts as open. */
export const createOfficeHours = (
  week: WeekHours | undefined,
  law: HolidayLaw = 'france',
): OfficeHours => {
  if (week === undefined) return { isOpen: () => true, opensAfter: () => undefined };
  const clock = createWallClock('Europe/Paris');
  const periodsOf = (day: Day): readonly Period[] =>
    holidaysOf(dateOf(day).year, law).has(day) ? [] : (week.get(weekdayOf(day) || 7) ?? []);
  const moment = (day: Day, minutes: number): Instant =>
    Math.round(clock.at({ day, hour: minutes / 60 }));
  const isOpen = (at: Instant): boolean => {
    const { day } = clock.read(at);
    return periodsOf(day).some(({ from, to }) => moment(day, from) <= at && at < moment(day, to));
  };
  const openings = (day: Day): readonly Instant[] =>
    periodsOf(day).map(({ from }) => moment(day, from));
  return {
    isOpen,
    opensAfter: (at) => {
      if (isOpen(at)) return undefined;
      const { day } = clock.read(at);
      const days = Array.from({ length: LOOK_AHEAD }, (_, n) => day + n);
      return days.flatMap(openings).find((opening) => opening > at);
    },
  };
};
