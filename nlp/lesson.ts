import { createChance } from './chance.ts';
import type { Example } from './examples.ts';
import { type Features, featuresOf } from './features.ts';
import { misspell } from './misspell.ts';
import { readWords } from './words.ts';

/** An example made ready to learn from: as it stands and in a misspelt form. */
export type Lesson = {
  readonly intents: readonly string[];
  readonly lang: string;
  readonly voice: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly clean: Features;
  readonly noisy: Features;
};

/** Makes an example ready to learn from; its misspelt form depends on its place `at` in the list alone. */
export const lessonOf = (example: Example, at: number): Lesson => {
  const { text, intents, lang, voice } = example;
  const words = readWords(text);
  const noisy = featuresOf(readWords(misspell(text, createChance(at + 1))));
  return { text, intents, lang, voice: voice ?? text, words, clean: featuresOf(words), noisy };
};
