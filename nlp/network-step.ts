import type { Chance } from './chance.ts';
import type { Draft } from './network-draft.ts';
import { addRow, moveRow } from './network-rows.ts';

const FORGET_UNITS = 0.2;
const SURELY_RIGHT = 0.98;
/** A label that is this nearly right is left alone. */
const RIGHT_ENOUGH = 1e-4;

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
