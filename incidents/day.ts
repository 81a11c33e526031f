import type { Instant } from '../bot/index.ts';

/** A calendar day: days since 1970-01-01, so that a day plus seven is the same weekday. */
export type Day = number;

/** A day as people write it; `month` from 1. */
export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number };

/** A moment as a clock on a wall in France shows it. */
export type WallTime = { readonly day: Day; readonly hour: number };

/** Wall clocks of one time zone, summer time included. */
export type WallClock = {
  readonly read: (at: Instant) => WallTime;
  /** The moment at which the wall clock shows a full hour of a day. */
  readonly at: (time: WallTime) => Instant;
};

const DAY_LENGTH = 86_400_000;
const HOUR_LENGTH = 3_600_000;

/** The day with this date. */
export const dayOf = ({ year, month, day }: YearMonthDay): Day =>
  Date.UTC(year, month - 1, day) / DAY_LENGTH;

/** The date of a day. */
export const dateOf = (day: Day): YearMonthDay => {
  const date = new Date(day * DAY_LENGTH);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => new Date(day * DAY_LENGTH).getUTCDay();

/** Wall clocks of a time zone, `Europe/Paris` for a French landlord. */
export const createWallClock = (timeZone: string): WallClock => {
  const format = new Intl.DateTimeFormat('en-GB', { ...FIELDS, timeZone });
  const shown = (at: Instant): number => Date.UTC(...fieldsOf(format, at));
  return {
    read: (at) => {
      const wall = shown(at);
      return { day: Math.floor(wall / DAY_LENGTH), hour: (wall % DAY_LENGTH) / HOUR_LENGTH };
    },
    at: ({ day, hour }) => {
      const wall = day * DAY_LENGTH + hour * HOUR_LENGTH;
      const near = wall - (shown(wall) - wall);
      // A second look, because the clocks may have changed between the guess and the moment.
      return wall - (shown(near) - near);
    },
  };
};

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;

const fieldsOf = (
  format: Intl.DateTimeFormat,
  at: Instant,
): [number, number, number, number, number, number, number] => {
  const parts = format.formatToParts(at);
  const field = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const milliseconds = ((at % 1000) + 1000) % 1000;
  return [
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
    milliseconds,
  ];
};
