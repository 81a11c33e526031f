import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, createHalfDays } from '../../incidents/index.ts';

const calendar = createCalendar();
const halfDays = createHalfDays(calendar);
const at = (text: string): number => Date.parse(text);
const ids = (now: string, count: number): readonly string[] =>
  halfDays.offered(at(now), count).map(({ id }) => id);

const HOUR = 3_600_000;
const YEARS = { min: at('2024-01-01T00:00:00Z'), max: at('2032-01-01T00:00:00Z') };

describe('half-days that are offered', () => {
  it('begin on the next working day', () => {
    expect(ids('2026-11-24T09:00:00Z', 3)).toEqual([
      '2026-11-25:morning',
      '2026-11-25:afternoon',
      '2026-11-26:morning',
    ]);
  });

  it.each([
    ['after closing time the day counts as the next', '2026-11-24T17:30:00Z', '2026-11-26:morning'],
    ['a Friday leads to Monday', '2026-11-27T09:00:00Z', '2026-11-30:morning'],
    ['a Saturday counts as Monday', '2026-11-28T09:00:00Z', '2026-12-01:morning'],
    ['a holiday is left out', '2026-05-13T08:00:00Z', '2026-05-15:morning'],
    ['Christmas and its weekend are left out', '2026-12-24T09:00:00Z', '2026-12-28:morning'],
    [
      'late in the evening it is already the next day in France',
      '2026-11-24T23:30:00Z',
      '2026-11-26:morning',
    ],
  ])('%s', (_, now, first) => {
    expect(ids(now, 1)).toEqual([first]);
  });

  it('are in French time, in summer and in winter', () => {
    const [summer] = halfDays.offered(at('2026-07-06T08:00:00Z'), 1);
    const [winter] = halfDays.offered(at('2026-11-24T09:00:00Z'), 1);
    expect(new Date(summer?.from ?? 0).toISOString()).toBe('2026-07-07T06:00:00.000Z');
    expect(new Date(winter?.from ?? 0).toISOString()).toBe('2026-11-25T07:00:00.000Z');
  });

  it('are never on a closed day, never too soon, and always in order', () => {
    fc.assert(
      fc.property(fc.integer(YEARS), fc.integer({ min: 1, max: 40 }), (now, count) => {
        const offered = halfDays.offered(now, count);
        expect(offered).toHaveLength(count);
        for (const [n, { from, to }] of offered.entries()) {
          expect(calendar.isWorkingDay(from)).toBe(true);
          expect(from).toBeGreaterThan(now + 6 * HOUR);
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThan(offered[n - 1]?.to ?? now);
        }
      }),
    );
  });
});

describe('a half-day that is kept', () => {
  it('is read back as it was offered', () => {
    for (const half of halfDays.offered(at('2026-03-26T09:00:00Z'), 8)) {
      expect(halfDays.read(half.id)).toEqual(half);
    }
  });

  it.each(['', 'cancelled', '2026-11-26', '2026-11-26:night', '2026-02-30:morning', 'x:morning'])(
    '"%s" is none',
    (id) => {
      expect(halfDays.read(id)).toBeUndefined();
    },
  );
});
