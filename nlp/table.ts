import type { Features } from './features.ts';

/**
 * The weights of several classifiers side by side, one row a known feature: what belongs together lies together in memory,
 * which is what asking them costs most.
 */
export type Table = {
  /** How many weights each classifier has in a row, a multiple of four. */
  readonly widths: readonly number[];
  readonly weights: Int8Array;
  /** What one step of a row is worth, for each classifier. */
  readonly steps: Float32Array;
};

/** The rows of one classifier. */
export type Rows = {
  readonly width: number;
  readonly weights: Int8Array;
  readonly steps: Float32Array;
};

const FOUR = 4;

/** Lays the rows of several classifiers side by side. */
export const joinRows = (parts: readonly Rows[]): Table => {
  const widths = parts.map(({ width }) => Math.ceil(width / FOUR) * FOUR);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const size = parts[0]?.steps.length ?? 0;
  const weights = new Int8Array(size * total);
  const steps = new Float32Array(size * parts.length);
  let offset = 0;
  parts.forEach((part, number) => {
    for (let row = 0; row < size; row += 1) {
      const start = row * part.width;
      weights.set(part.weights.subarray(start, start + part.width), row * total + offset);
      steps[row * parts.length + number] = part.steps[row] ?? 0;
    }
    offset += widths[number] ?? 0;
  });
  return { widths, weights, steps };
};

/** What some features add up to, for each classifier by its columns; `known` holds rows. */
export const sumsOf = (
  { widths, weights, steps }: Table,
  { ids, values }: Features,
): readonly Float64Array[] => {
  const sums = widths.map((width) => new Float64Array(width));
  const total = widths.reduce((sum, width) => sum + width, 0);
  for (let at = 0; at < ids.length; at += 1) {
    const row = ids[at] ?? 0;
    let start = row * total;
    for (let number = 0; number < sums.length; number += 1) {
      const value = (values[at] ?? 0) * (steps[row * sums.length + number] ?? 0);
      addRow(sums[number] ?? NONE, weights, { start, value });
      start += widths[number] ?? 0;
    }
  }
  return sums;
};

const NONE = new Float64Array();

/** Adds a row of whole weights, four at a time. */
const addRow = (
  sums: Float64Array,
  weights: Int8Array,
  { start, value }: { readonly start: number; readonly value: number },
): void => {
  for (let unit = 0; unit < sums.length; unit += FOUR) {
    const at = start + unit;
    sums[unit] = (sums[unit] ?? 0) + value * (weights[at] ?? 0);
    sums[unit + 1] = (sums[unit + 1] ?? 0) + value * (weights[at + 1] ?? 0);
    sums[unit + 2] = (sums[unit + 2] ?? 0) + value * (weights[at + 2] ?? 0);
    sums[unit + 3] = (sums[unit + 3] ?? 0) + value * (weights[at + 3] ?? 0);
  }
};
