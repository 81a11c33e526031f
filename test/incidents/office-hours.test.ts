import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOfficeHours, parseOfficeHours } from '../../incidents/index.ts';

const WEEK = '1-5 09:00-12:30 14:00-17:30; 6 09:00-12:00';
const hours = createOfficeHours(parseOfficeHours(WEEK));

/** A moment in Paris in winter, an hour before Greenwich. */
const winter = (day: number, hour: number, minute = 0, month = 11): number =>
  Date.UTC(2026, month - 1, day, hour - 1, minute);
const summer = (month: number, day: number, hour: number, minute = 0): number =>
  Date.UTC(2026, month - 1, day, hour - 2, minute);

describe('opening hours', () => {
  test.each([
    ['in the morning', winter(24, 9), true],
    ['a minute before', winter(24, 8, 59), false],
    ['at noon', winter(24, 12, 30), false],
    ['in the afternoon', winter(24, 17, 29), true],
    ['on Saturday morning', winter(28, 11, 59), true],
    ['on Saturday afternoon', winter(28, 14), false],
    ['on Sunday', winter(29, 10), false],
    ['on Armistice Day, a Wednesday', winter(11, 10), false],
    ['in summer time', summer(7, 15, 9), true],
    ['on the fourteenth of July', summer(7, 14, 10), false],
  ])('%s', (_, at, open) => {
    expect(hours.isOpen(at)).toBe(open);
  });

  test.each([
    ['at noon: in the afternoon', winter(24, 13), winter(24, 14)],
    ['in the evening: the next morning', winter(24, 18), winter(25, 9)],
    ['on Friday evening: on Saturday', winter(27, 20), winter(28, 9)],
    ['on Saturday afternoon: on Monday', winter(28, 14), winter(30, 9)],
    ['before Armistice Day: the day after it', winter(10, 18), winter(12, 9)],
    ['before Christmas and its week-end', winter(24, 18, 0, 12), winter(26, 9, 0, 12)],
    ['before the clocks change', summer(10, 24, 13), winter(26, 9, 0, 10)],
  ])('it opens next, %s', (_, at, opens) => {
    expect(hours.opensAfter(at)).toBe(opens);
  });

  test('the holidays of Alsace and Moselle are kept where they are', () => {
    const there = createOfficeHours(parseOfficeHours(WEEK), 'alsace-moselle');
    expect(there.isOpen(winter(26, 10, 0, 12))).toBe(false);
  });

  test('property: a closed desk opens later, at a moment at which it is open', () => {
    const moments = fc.integer({ min: winter(1, 0, 0, 1), max: winter(31, 0, 0, 12) });
    fc.assert(
      fc.property(moments, (at) => {
        const opens = hours.opensAfter(at);
        if (hours.isOpen(at)) return opens === undefined;
        return opens !== undefined && opens > at && hours.isOpen(opens) && !hours.isOpen(opens - 1);
      }),
    );
  });

  test('without hours nothing is told and the desk is never closed', () => {
    const none = createOfficeHours(undefined);
    expect([none.isOpen(winter(29, 3)), none.opensAfter(winter(29, 3))]).toEqual([true, undefined]);
  });

  test.each([
    '',
    'lundi 9:00-12:00',
    '1-5',
    '5-1 09:00-12:00',
    '0 09:00-12:00',
    '1 12:00-09:00',
    '1 09:00-09:00',
    '1 09:00-12:00 11:00-13:00',
    '1 09:70-12:00',
    '1 09:00-25:00',
    '1-3 09:00-12:00; 2 14:00-15:00',
    '1 09:00-12:00;',
  ])('"%s" is no opening hours', (text) => {
    expect(parseOfficeHours(text)).toBeUndefined();
  });
});
