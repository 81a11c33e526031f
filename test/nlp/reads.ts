import { expect, test } from 'vitest';
import { understandFew } from './tiny.ts';

/** The value of one slot in a text. */
export const slotIn = (text: string, slot: string, asked?: string): string | undefined =>
  understandFew(text, asked === undefined ? {} : { asked }).slots[slot]?.value;

type Rows = readonly (readonly [string, string | undefined])[];

/** Tests what one slot is read as, phrasing by phrasing. */
export const reads = (slot: string, rows: Rows, asked?: string): void => {
  test.each(rows.map(([text, value]) => ({ text, value })))(
    `${slot}: $text → $value`,
    ({ text, value }) => {
      expect(slotIn(text, slot, asked)).toBe(value);
    },
  );
};
