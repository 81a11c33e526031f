import type { HalfDay, HalfDays, Instant } from '../bot/index.ts';
import type { Calendar } from './calendar.ts';
import { createWallClock, type Day, dateOf, dayOf } from './day.ts';

/** When somebody comes, hours of the day in France. */
const HOURS = {
  morning: { from: 8, to: 12 },
  afternoon: { from: 14, to: 18 },
} as const;

const PARTS = ['morning', 'afternoon'] as const;
const NOON = 12;

/** Builds the half-days of a landlord: working days only, and always at least one working day ahead. */
export const createHalfDays = (calendar: Calendar): HalfDays => {
  const clock = createWallClock('Europe/Paris');
  const halfDay = (day: Day, part: HalfDay['part']): HalfDay => ({
    id: `${dateText(day)}:${part}`,
    part,
    from: clock.at({ day, hour: HOURS[part].from }),
    to: clock.at({ day, hour: HOURS[part].to }),
  });
  const works = (day: Day): boolean => calendar.isWorkingDay(clock.at({ day, hour: NOON }));
  return {
    offered: (now: Instant, count: number) => {
      const { day } = clock.read(calendar.due({ workingDays: 1 }, now));
      const days = workingDays(works, day, Math.ceil(count / PARTS.length));
      return days.flatMap((one) => PARTS.map((part) => halfDay(one, part))).slice(0, count);
    },
    read: (id) => {
      const [date = '', name] = id.split(':');
      const part = PARTS.find((one) => one === name);
      const day = readDay(date);
      return part === undefined || day === undefined ? undefined : halfDay(day, part);
    },
  };
};

const workingDays = (works: (day: Day) => boolean, first: Day, count: number): readonly Day[] => {
  const found: Day[] = [];
  for (let day = first; found.length < count; day += 1) if (works(day)) found.push(day);
  return found;
};

const dateText = (day: Day): string => {
  const { year, month, day: ofMonth } = dateOf(day);
  return [year, two(month), two(ofMonth)].join('-');
};

const two = (number: number): string => String(number).padStart(2, '0');

const readDay = (text: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const read = dayOf({ year: Number(year), month: Number(month), day: Number(day) });
  return dateText(read) === text ? read : undefined;
};
