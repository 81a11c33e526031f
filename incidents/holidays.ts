import { type Day, dayOf } from './day.ts';

/** Which public holidays a landlord keeps; `alsace-moselle` adds Good Friday and 26 December. */
export type HolidayLaw = 'france' | 'alsace-moselle';

/** The public holidays of a year: Code du travail, L3133-1, and L3134-13 for Alsace-Moselle. */
export const holidaysOf = (year: number, law: HolidayLaw): ReadonlySet<Day> => {
  const easter = easterOf(year);
  const fixed = law === 'france' ? FIXED : [...FIXED, SAINT_STEPHEN];
  const moving = law === 'france' ? AFTER_EASTER : [...AFTER_EASTER, GOOD_FRIDAY];
  return new Set([
    ...fixed.map(([month, day]) => dayOf({ year, month, day })),
    ...moving.map((days) => easter + days),
  ]);
};

const FIXED: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
];
const SAINT_STEPHEN = [12, 26] as const;

/** Easter Monday, Ascension Day, Whit Monday. */
const AFTER_EASTER: readonly number[] = [1, 39, 50];
const GOOD_FRIDAY = -2;

/**
 * Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876;
 * J. Meeus, Astronomical Algorithms, chapter 8), valid for every Gregorian year.
 */
export const easterOf = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapSkips = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - leapSkips + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * late + 114;
  return dayOf({ year, month: Math.floor(march / 31), day: (march % 31) + 1 });
};
