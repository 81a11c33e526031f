import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delay } from '../../bot/index.ts';
import { createCalendar } from '../../incidents/index.ts';

const calendar = createCalendar();
const at = (text: string): number => Date.parse(text);
const due = (delay: Delay, from: string): string =>
  new Date(calendar.due(delay, at(from))).toISOString();
const noon = (date: string): number => at(`${date}T11:00:00Z`);

describe('public holidays', () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'Labour Day'],
    ['2026-05-08', 'Victory 1945'],
    ['2026-05-14', 'Ascension'],
    ['2026-05-25', 'Whit Monday'],
    ['2026-07-14', 'national day'],
    ['2027-11-01', 'All Saints'],
    ['2026-11-11', 'Armistice'],
    ['2026-12-25', 'Christmas'],
    ['2024-04-01', 'Easter Monday 2024'],
    ['2025-04-21', 'Easter Monday 2025'],
    ['2038-04-26', 'the latest Easter Monday of the century'],
    ['2008-03-24', 'an early Easter Monday'],
    ['2000-06-12', 'Whit Monday 2000'],
  ])('%s, %s, is no working day', (date) => {
    expect(calendar.isWorkingDay(noon(date))).toBe(false);
  });

  it('Good Friday and 26 December are holidays in Alsace-Moselle only', () => {
    const local = createCalendar({ holidays: 'alsace-moselle' });
    for (const date of ['2026-04-03', '2025-12-26']) {
      expect(calendar.isWorkingDay(noon(date))).toBe(true);
      expect(local.isWorkingDay(noon(date))).toBe(false);
    }
  });

  it('Saturdays and Sundays are no working days, the rest is', () => {
    const week = ['16', '17', '18', '19', '20', '21', '22'].map((day) =>
      calendar.isWorkingDay(noon(`2026-11-${day}`)),
    );
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('a delay in working days ends at 18:00 in France', () => {
  it.each([
    ['on a Tuesday morning', 2, '2026-11-24T08:00:00Z', '2026-11-26T17:00:00.000Z'],
    [
      'after closing, it counts from the next day',
      1,
      '2026-11-24T17:30:00Z',
      '2026-11-26T17:00:00.000Z',
    ],
    ['on a Saturday, it counts from Monday', 1, '2026-11-21T09:00:00Z', '2026-11-24T17:00:00.000Z'],
    ['before a long weekend', 1, '2026-05-13T08:00:00Z', '2026-05-15T16:00:00.000Z'],
    ['over Christmas and New Year', 5, '2026-12-24T09:00:00Z', '2027-01-04T17:00:00.000Z'],
    ['over the start of summer time', 1, '2026-03-27T09:00:00Z', '2026-03-30T16:00:00.000Z'],
    ['over the end of summer time', 1, '2026-10-23T09:00:00Z', '2026-10-26T17:00:00.000Z'],
    ['just before midnight on New Year', 1, '2026-12-31T22:59:00Z', '2027-01-05T17:00:00.000Z'],
  ])('%s', (_, workingDays, from, expected) => {
    expect(due({ workingDays }, from)).toBe(expected);
  });
});

describe('a delay in hours', () => {
  it('runs by night, at weekends and through a change of the clocks', () => {
    expect(due({ hours: 4 }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T04:30:00.000Z');
    expect(due({ hours: 24 }, '2026-12-24T22:00:00Z')).toBe('2026-12-25T22:00:00.000Z');
  });
});

describe('the heating season', () => {
  it('runs from 15 October to 15 April, both included, in French days', () => {
    const season = [
      '2026-10-14T21:59:00Z',
      '2026-10-14T22:00:00Z',
      '2027-04-15T21:59:00Z',
      '2027-04-15T22:00:00Z',
    ];
    expect(season.map((text) => calendar.isHeatingSeason(at(text)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('may be set within one year', () => {
    const south = createCalendar({
      heating: { from: { month: 1, day: 1 }, to: { month: 3, day: 1 } },
    });
    expect(south.isHeatingSeason(noon('2026-02-01'))).toBe(true);
    expect(south.isHeatingSeason(noon('2026-12-01'))).toBe(false);
  });
});

describe('for every moment', () => {
  const moments = fc.integer({ min: at('2000-01-01'), max: at('2060-01-01') });
  const days = fc.integer({ min: 1, max: 30 });
  const local = createCalendar({ holidays: 'alsace-moselle' });
  const hourInFrance = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    timeStyle: 'medium',
  });

  it('working days end on a working day at 18:00, at least a day later, later for more days', () => {
    fc.assert(
      fc.property(moments, days, fc.constantFrom(calendar, local), (now, workingDays, kept) => {
        const end = kept.due({ workingDays }, now);
        expect(kept.isWorkingDay(end)).toBe(true);
        expect(hourInFrance.format(end)).toBe('18:00:00');
        expect(end - now).toBeGreaterThanOrEqual(24 * 3_600_000 * workingDays);
        expect(kept.due({ workingDays: workingDays + 1 }, now)).toBeGreaterThan(end);
      }),
      { numRuns: 500 },
    );
  });

  it('who comes later is never due earlier', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 1e9 }), days, (now, wait, workingDays) => {
        expect(calendar.due({ workingDays }, now + wait)).toBeGreaterThanOrEqual(
          calendar.due({ workingDays }, now),
        );
      }),
    );
  });
});
