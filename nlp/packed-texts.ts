import type { Features } from './features.ts';

/** Many texts' features in three arrays, quick to hand to another thread. */
export type PackedTexts = {
  /** Where each text begins, and where the last one ends. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
};

/** Puts the texts side by side. */
export const packTexts = (texts: readonly Features[]): PackedTexts => {
  const starts = new Int32Array(texts.length + 1);
  texts.forEach(({ ids }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + ids.length;
  });
  const ids = new Int32Array(starts[texts.length] ?? 0);
  const values = new Float32Array(ids.length);
  texts.forEach((text, at) => {
    ids.set(text.ids, starts[at]);
    values.set(text.values, starts[at]);
  });
  return { starts, ids, values };
};

/** The texts again, without copying them. */
export const unpackTexts = ({ starts, ids, values }: PackedTexts): readonly Features[] =>
  Array.from({ length: Math.max(starts.length - 1, 0) }, (_, at) => ({
    ids: ids.subarray(starts[at], starts[at + 1]),
    values: values.subarray(starts[at], starts[at + 1]),
  }));
