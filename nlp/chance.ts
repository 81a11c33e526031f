/** A stream of numbers in [0, 1) that is the same for the same seed. */
export type Chance = () => number;

/** Starts such a stream (mulberry32). */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Puts the numbers of an array in a random order, in place. */
export const shuffle = (numbers: Int32Array, chance: Chance): void => {
  for (let at = numbers.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const kept = numbers[at] ?? 0;
    numbers[at] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
};
