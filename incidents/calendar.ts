import type { Delay, Instant } from '../bot/index.ts';
import { createWallClock, type Day, dateOf, weekdayOf } from './day.ts';
import { type HolidayLaw, holidaysOf } from './holidays.ts';

/** When a landlord works and heats; what is left out is as for most of France. */
export type CalendarSettings = {
  readonly holidays?: HolidayLaw;
  /** The hour at which the working day ends, and at which promises in working days fall due. */
  readonly closes?: number;
  /** First and last day of the heating season, as month and day. */
  readonly heating?: { readonly from: MonthDay; readonly to: MonthDay };
};

/** A day of any year; `month` from 1. */
export type MonthDay = { readonly month: number; readonly day: number };

/** Knows working days, public holidays and the heating season, in French time. */
export type Calendar = {
  readonly isWorkingDay: (at: Instant) => boolean;
  readonly isHeatingSeason: (at: Instant) => boolean;
  /** When something received at `from` is due. */
  readonly due: (delay: Delay, from: Instant) => Instant;
};

const CLOSES = 18;
const HEATING = { from: { month: 10, day: 15 }, to: { month: 4, day: 15 } };
const HOUR_LENGTH = 3_600_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** Builds the calendar of a landlord. */
export const createCalendar = (settings: CalendarSettings = {}): Calendar => {
  const { holidays = 'france', closes = CLOSES, heating = HEATING } = settings;
  const clock = createWallClock('Europe/Paris');
  const works = workingDays(holidays);
  const due = (workingDays: number, from: Instant): Instant => {
    const { day, hour } = clock.read(from);
    const received = hour < closes && works(day) ? day : nextOf(works, day);
    return clock.at({ day: afterDays(works, received, workingDays), hour: closes });
  };
  return {
    isWorkingDay: (at) => works(clock.read(at).day),
    isHeatingSeason: (at) => isBetween(dateOf(clock.read(at).day), heating),
    due: (delay, from) =>
      'hours' in delay ? from + delay.hours * HOUR_LENGTH : due(delay.workingDays, from),
  };
};

type Works = (day: Day) => boolean;

const workingDays = (law: HolidayLaw): Works => {
  const known = new Map<number, ReadonlySet<Day>>();
  const holidays = (year: number): ReadonlySet<Day> => {
    const found = known.get(year) ?? holidaysOf(year, law);
    known.set(year, found);
    return found;
  };
  return (day) => {
    const weekday = weekdayOf(day);
    return weekday !== SATURDAY && weekday !== SUNDAY && !holidays(dateOf(day).year).has(day);
  };
};

const nextOf = (works: Works, day: Day): Day => {
  let next = day + 1;
  while (!works(next)) next += 1;
  return next;
};

const afterDays = (works: Works, start: Day, count: number): Day => {
  let day = start;
  for (let passed = 0; passed < count; passed += 1) day = nextOf(works, day);
  return day;
};

/** A season may run over the new year. */
const isBetween = (date: MonthDay, { from, to }: { from: MonthDay; to: MonthDay }): boolean => {
  const started = orderOf(date) >= orderOf(from);
  const lasts = orderOf(date) <= orderOf(to);
  return orderOf(from) <= orderOf(to) ? started && lasts : started || lasts;
};

const orderOf = ({ month, day }: MonthDay): number => month * 100 + day;
