/** Adds a row of weights to sums, four units at a time: most of the time of training goes here. */
export const addRow = (
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

/** Moves a row of weights against the slopes. */
export const moveRow = (
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
