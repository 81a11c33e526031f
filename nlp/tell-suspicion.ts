import type { Suspicion } from './suspicion.ts';

const SHOWN = 60;

/** One line about a correction that is not believed. */
export const tellSuspicion = ({ kind, correction: { line, text }, what }: Suspicion): string =>
  `  line ${line} "${text.slice(0, SHOWN)}" ${what} [${kind}]`;
