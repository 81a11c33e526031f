import { expect, test } from 'vitest';
import { understandFew } from './tiny.ts';

/** A phrasing, what it means for a slot, and which of its words say so. */
export type Row = readonly [text: string, value: string | undefined, said?: string];

/** Tests what one slot is read as, phrasing by phrasing, and that its span leads to the words that said it. */
export const finds = (slot: string, rows: readonly Row[], asked?: string): void => {
  test.each(rows.map(([text, value, said]) => ({ text, value, said })))(
    `${slot}: $text → $value`,
    ({ text, value, said }) => {
      const found = understandFew(text, asked === undefined ? {} : { asked }).slots[slot];
      expect(found?.value).toBe(value);
      expect(found && text.slice(found.span?.start, found.span?.end)).toBe(found?.said);
      if (said !== undefined) expect(found?.said).toBe(said);
    },
  );
};
