import type { Features } from './features.ts';
import { FOUR, foursIn, type Table } from './table.ts';

/** What some features add up to, for each classifier by its columns; `ids` holds rows. */
export const sumsOf = (table: Table, features: Features): readonly Float64Array[] => {
  const sums = table.widths.map((width) => new Float64Array(width));
  const portion = { starts: new Int32Array(FOUR), much: new Float64Array(FOUR) };
  const length = foursIn(table.widths);
  for (let at = 0; at < features.ids.length; at += FOUR) {
    let offset = 0;
    for (let number = 0; number < sums.length; number += 1) {
      const sum = sums[number] ?? NONE;
      fill(portion, { table, features, length, at, number, offset });
      addRows(sum, table.fours, portion);
      offset += sum.length / FOUR;
    }
  }
  return sums;
};

const NONE = new Float64Array();

/** Where four rows of one classifier start, and how much of each is added; filled anew for every four. */
type Portion = { readonly starts: Int32Array; readonly much: Float64Array };

type Place = {
  readonly table: Table;
  readonly features: Features;
  readonly length: number;
  readonly at: number;
  readonly number: number;
  readonly offset: number;
};

/** Where a text has no four rows left, nothing is added of those that are missing. */
const fill = (
  { starts, much }: Portion,
  { table, features, length, at, number, offset }: Place,
): void => {
  const { ids, values } = features;
  const count = table.widths.length;
  for (let one = 0; one < FOUR; one += 1) {
    const row = at + one < ids.length ? (ids[at + one] ?? 0) : 0;
    const value = at + one < ids.length ? (values[at + one] ?? 0) : 0;
    starts[one] = row * length + offset;
    much[one] = value * (table.steps[row * count + number] ?? 0);
  }
};

/** Adds four rows, one after the other, while each sum is read and written only once. */
const addRows = (sums: Float64Array, fours: Int32Array, { starts, much }: Portion): void => {
  const { 0: a = 0, 1: b = 0, 2: c = 0, 3: d = 0 } = much;
  let { 0: atA = 0, 1: atB = 0, 2: atC = 0, 3: atD = 0 } = starts;
  for (let unit = 0; unit < sums.length; unit += FOUR) {
    const inA = fours[atA++] ?? 0;
    const inB = fours[atB++] ?? 0;
    const inC = fours[atC++] ?? 0;
    const inD = fours[atD++] ?? 0;
    sums[unit] =
      (sums[unit] ?? 0) + a * first(inA) + b * first(inB) + c * first(inC) + d * first(inD);
    sums[unit + 1] =
      (sums[unit + 1] ?? 0) + a * second(inA) + b * second(inB) + c * second(inC) + d * second(inD);
    sums[unit + 2] =
      (sums[unit + 2] ?? 0) + a * third(inA) + b * third(inB) + c * third(inC) + d * third(inD);
    sums[unit + 3] =
      (sums[unit + 3] ?? 0) + a * fourth(inA) + b * fourth(inB) + c * fourth(inC) + d * fourth(inD);
  }
};

const first = (four: number): number => (four << 24) >> 24;
const second = (four: number): number => (four << 16) >> 24;
const third = (four: number): number => (four << 8) >> 24;
const fourth = (four: number): number => four >> 24;
