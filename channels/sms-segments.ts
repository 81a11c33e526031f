import { isPlain, placesOf } from './sms-alphabet.ts';

/** Places in an SMS that is alone, and in each that is part of a longer one (3GPP TS 23.038 and 23.040). */
const PLACES = { plain: { alone: 160, joined: 153 }, other: { alone: 70, joined: 67 } } as const;

/** How a text travels: in how many SMS, and whether in the small alphabet. */
export type Segments = { readonly count: number; readonly plain: boolean; readonly places: number };

/** Counts the SMS a text takes; nothing is ever split in the middle of a letter. */
export const segmentsOf = (text: string): Segments => {
  const plain = isPlain(text);
  const widths = [...text].map((letter) => (plain ? (placesOf(letter) ?? 1) : letter.length));
  const places = widths.reduce((sum, width) => sum + width, 0);
  const { alone, joined } = plain ? PLACES.plain : PLACES.other;
  return { count: places <= alone ? 1 : filled(widths, joined), plain, places };
};

const filled = (widths: readonly number[], joined: number): number => {
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) {
      count += 1;
      used = 0;
    }
    used += width;
  }
  return count;
};
