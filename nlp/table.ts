import type { Features } from './features.ts';

/**
 * The weights of several classifiers side by side, one row a known feature: what belongs together lies together in memory,
 * which is what asking them costs most.
 */
export type Table = {
  /** How many weights each classifier has in a row, a multiple of four. */
  readonly widths: readonly number[];
  /** Four weights in each number, which are read faster than four numbers. */
  readonly fours: Int32Array;
  /** What one step of a row is worth, for each classifier. */
  readonly steps: Float32Array;
};

/** The rows of one classifier. */
export type Rows = {
  readonly width: number;
  readonly weights: Int8Array;
  readonly steps: Float32Array;
};

/** How many weights lie in one number. */
export const FOUR = 4;
const BYTE = 8;

/** Lays the rows of several classifiers side by side. */
export const joinRows = (parts: readonly Rows[]): Table => {
  const widths = parts.map(({ width }) => Math.ceil(width / FOUR) * FOUR);
  const length = foursIn(widths);
  const size = parts[0]?.steps.length ?? 0;
  const fours = new Int32Array(size * length);
  const steps = new Float32Array(size * parts.length);
  let offset = 0;
  parts.forEach((part, number) => {
    for (let row = 0; row < size; row += 1) {
      layRow(part, row, fours.subarray(row * length + offset));
      steps[row * parts.length + number] = part.steps[row] ?? 0;
    }
    offset += (widths[number] ?? 0) / FOUR;
  });
  return { widths, fours, steps };
};

const layRow = ({ width, weights }: Rows, row: number, fours: Int32Array): void => {
  for (let at = 0; at < width; at += 1) {
    const byte = (weights[row * width + at] ?? 0) & 0xff;
    const four = Math.floor(at / FOUR);
    fours[four] = (fours[four] ?? 0) | (byte << ((at % FOUR) * BYTE));
  }
};

/** How many numbers a row takes over all classifiers. */
export const foursIn = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) / FOUR;

/** What some features add up to in one column of the first classifier; `ids` holds rows. */
export const sumIn = (
  { widths, fours, steps }: Table,
  { ids, values }: Features,
  column: number,
): number => {
  const length = foursIn(widths);
  const [four, before] = [Math.floor(column / FOUR), (FOUR - 1 - (column % FOUR)) * BYTE];
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const row = ids[at] ?? 0;
    const weight = ((fours[row * length + four] ?? 0) << before) >> (BYTE * (FOUR - 1));
    sum += (values[at] ?? 0) * (steps[row * widths.length] ?? 0) * weight;
  }
  return sum;
};
