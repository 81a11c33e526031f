import type { Chance } from './chance.ts';
import type { LearnedNetwork } from './network.ts';
import { quantise } from './quantise.ts';

/** A network while it learns: its weights, how much each has moved so far, and room to work in. */
export type Draft = {
  readonly width: number;
  readonly count: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  readonly moved: Moved;
  readonly hidden: Float32Array;
  readonly kept: Float32Array;
  readonly blame: Float32Array;
  readonly share: Float64Array;
  /** The text that is being learned: its rows and their values. */
  readonly ids: Int32Array;
  readonly values: Float32Array;
};

type Moved = Readonly<Record<'rows' | 'bias' | 'out' | 'outBias', Float32Array>>;

const LONGEST = 4096;
const SMALL = 0.1;
const FORGET_UNITS = 0.2;
const SURELY_RIGHT = 0.98;
/** A label that is this nearly right is left alone. */
const RIGHT_ENOUGH = 1e-4;

/** Starts with small random weights. */
export const startDraft = (
  {
    width,
    size,
    labels,
  }: { readonly width: number; readonly size: number; readonly labels: readonly string[] },
  chance: Chance,
): Draft => {
  const count = labels.length;
  const bell = () => (chance() + chance() + chance() + chance() - 2) * 1.7;
  const little = (length: number) => new Float32Array(length).fill(SMALL);
  const random = (length: number, scale: number) =>
    new Float32Array(length).map(() => bell() * scale);
  return {
    width,
    count,
    weights: random(size * width, SMALL),
    bias: new Float32Array(width),
    out: random(count * width, 1 / Math.sqrt(width)),
    outBias: new Float32Array(count),
    moved: {
      rows: little(size),
      bias: little(width),
      out: little(count * width),
      outBias: little(count),
    },
    hidden: new Float32Array(width),
    kept: new Float32Array(width),
    blame: new Float32Array(width),
    share: new Float64Array(count),
    ids: new Int32Array(LONGEST),
    values: new Float32Array(LONGEST),
  };
};

/** One sight of one text. */
type Sight = {
  readonly length: number;
  readonly target: Int32Array;
  readonly rate: number;
  readonly chance: Chance;
};

/** Moves the weights a little towards the right answer for the text that is laid out. */
export const learnOne = (draft: Draft, sight: Sight): void => {
  feel(draft, sight);
  answer(draft);
  blameAnswer(draft, sight);
  if (isOpen(draft, sight)) blameText(draft, sight);
};

/** Whether a text still teaches something: what is answered right this surely does not. */
const isOpen = ({ share }: Draft, { target }: Sight): boolean => {
  let right = 0;
  for (const label of target) right += share[label] ?? 0;
  return right < SURELY_RIGHT;
};

const feel = (
  { width, weights, bias, hidden, kept, ids, values }: Draft,
  { length, chance }: Sight,
): void => {
  hidden.set(bias);
  for (let at = 0; at < length; at += 1) {
    const value = values[at] ?? 0;
    const start = (ids[at] ?? 0) * width;
    addRow(hidden, weights, { start, value });
  }
  for (let unit = 0; unit < width; unit += 1) {
    const felt = hidden[unit] ?? 0;
    const keep = felt > 0 && chance() >= FORGET_UNITS ? 1 / (1 - FORGET_UNITS) : 0;
    kept[unit] = keep;
    hidden[unit] = felt * keep;
  }
};

/** Four units at a time: most of the time of training goes here. */
const addRow = (
  sums: Float32Array,
  weights: Float32Array,
  { start, value }: { readonly start: number; readonly value: number },
): void => {
  for (let unit = 0; unit < sums.length; unit += 4) {
    const at = start + unit;
    sums[unit] = (sums[unit] ?? 0) + value * (weights[at] ?? 0);
    sums[unit + 1] = (sums[unit + 1] ?? 0) + value * (weights[at + 1] ?? 0);
    sums[unit + 2] = (sums[unit + 2] ?? 0) + value * (weights[at + 2] ?? 0);
    sums[unit + 3] = (sums[unit + 3] ?? 0) + value * (weights[at + 3] ?? 0);
  }
};

const moveRow = (
  weights: Float32Array,
  slopes: Float32Array,
  { start, step }: { readonly start: number; readonly step: number },
): void => {
  for (let unit = 0; unit < slopes.length; unit += 4) {
    const at = start + unit;
    weights[at] = (weights[at] ?? 0) - step * (slopes[unit] ?? 0);
    weights[at + 1] = (weights[at + 1] ?? 0) - step * (slopes[unit + 1] ?? 0);
    weights[at + 2] = (weights[at + 2] ?? 0) - step * (slopes[unit + 2] ?? 0);
    weights[at + 3] = (weights[at + 3] ?? 0) - step * (slopes[unit + 3] ?? 0);
  }
};

const answer = ({ width, count, out, outBias, hidden, share }: Draft): void => {
  let most = -Infinity;
  for (let label = 0; label < count; label += 1) {
    let sum = outBias[label] ?? 0;
    const start = label * width;
    for (let unit = 0; unit < width; unit += 1)
      sum += (out[start + unit] ?? 0) * (hidden[unit] ?? 0);
    share[label] = sum;
    most = Math.max(most, sum);
  }
  let total = 0;
  for (let label = 0; label < count; label += 1) {
    const power = Math.exp((share[label] ?? 0) - most);
    share[label] = power;
    total += power;
  }
  for (let label = 0; label < count; label += 1) share[label] = (share[label] ?? 0) / total;
};

const blameAnswer = (draft: Draft, { target, rate }: Sight): void => {
  const { count, share, outBias, moved, blame } = draft;
  blame.fill(0);
  const even = target.length === 0 ? 1 / count : 0;
  const part = target.length === 0 ? 0 : 1 / target.length;
  for (let label = 0; label < count; label += 1) {
    const wanted = even + (target.includes(label) ? part : 0);
    const wrong = (share[label] ?? 0) - wanted;
    if (Math.abs(wrong) < RIGHT_ENOUGH) continue;
    const far = (moved.outBias[label] ?? 0) + wrong * wrong;
    moved.outBias[label] = far;
    outBias[label] = (outBias[label] ?? 0) - (rate * wrong) / Math.sqrt(far);
    blameLabel(draft, { start: label * draft.width, wrong, rate });
  }
};

const blameLabel = (
  { width, out, hidden, blame, moved }: Draft,
  { start, wrong, rate }: { readonly start: number; readonly wrong: number; readonly rate: number },
): void => {
  for (let unit = 0; unit < width; unit += 1) {
    const weight = out[start + unit] ?? 0;
    blame[unit] = (blame[unit] ?? 0) + wrong * weight;
    const felt = hidden[unit] ?? 0;
    if (felt === 0) continue;
    const slope = wrong * felt;
    const far = (moved.out[start + unit] ?? 0) + slope * slope;
    moved.out[start + unit] = far;
    out[start + unit] = weight - (rate * slope) / Math.sqrt(far);
  }
};

const blameText = (draft: Draft, { length, rate }: Sight): void => {
  const square = blameUnits(draft, rate);
  if (square === 0) return;
  const { width, weights, blame, moved, ids, values } = draft;
  for (let at = 0; at < length; at += 1) {
    const row = ids[at] ?? 0;
    const value = values[at] ?? 0;
    const far = (moved.rows[row] ?? 0) + (value * value * square) / width;
    moved.rows[row] = far;
    const step = (rate * value) / Math.sqrt(far);
    const start = row * width;
    moveRow(weights, blame, { start, step });
  }
};

/** Moves the bias of the hidden units; returns how much they are to blame, squared. */
const blameUnits = ({ width, bias, blame, kept, moved }: Draft, rate: number): number => {
  let square = 0;
  for (let unit = 0; unit < width; unit += 1) {
    const slope = (blame[unit] ?? 0) * (kept[unit] ?? 0);
    blame[unit] = slope;
    square += slope * slope;
    const far = (moved.bias[unit] ?? 0) + slope * slope;
    moved.bias[unit] = far;
    bias[unit] = (bias[unit] ?? 0) - (rate * slope) / Math.sqrt(far);
  }
  return square;
};

/** The learned network, its weights in whole steps. */
export const finished = (
  { width, weights, bias, out, outBias }: Draft,
  labels: readonly string[],
): LearnedNetwork => ({ width, labels, rows: quantise(weights, width), bias, out, outBias });
