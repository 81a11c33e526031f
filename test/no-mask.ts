import type { Mask } from '../bot/index.ts';

/** Keeps everything as it was written. */
export const noMask: Mask = {
  numbers: (text) => text,
  all: (text) => text,
  answer: (text) => text,
  yesNoOnly: [],
};
