import type { Rows } from './table.ts';

/** The largest number of steps a weight is away from zero: few enough to pack small, enough to mean the same. */
const FINEST = 15;

/** Rounds rows of so many weights; what is lost is far below what the weights are uncertain by. */
export const quantise = (weights: Float32Array, width: number): Rows => {
  const rows = width === 0 ? 0 : weights.length / width;
  const whole = new Int8Array(weights.length);
  const steps = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const start = row * width;
    let largest = 0;
    for (let at = start; at < start + width; at += 1) {
      largest = Math.max(largest, Math.abs(weights[at] ?? 0));
    }
    const step = largest / FINEST || 1;
    steps[row] = step;
    for (let at = start; at < start + width; at += 1) {
      whole[at] = Math.round((weights[at] ?? 0) / step);
    }
  }
  return { width, weights: whole, steps };
};
