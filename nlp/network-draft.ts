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

/** The learned network, its weights in whole steps. */
export const finished = (
  { width, weights, bias, out, outBias }: Draft,
  labels: readonly string[],
): LearnedNetwork => ({ width, labels, rows: quantise(weights, width), bias, out, outBias });
