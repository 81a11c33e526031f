import { calibrate } from './calibrate.ts';
import { crossValidate } from './cross-validate.ts';
import { isDanger } from './domain.ts';
import type { Example } from './examples.ts';
import { featuresOf } from './features.ts';
import { DANGER_LABEL, ENGLISH_LABEL } from './guess.ts';
import type { Model } from './model.ts';
import { type Lesson, trainLinear } from './train-linear.ts';
import { isMark, readWords } from './words.ts';

/** Tells how far the training is, between 0 and 1. */
export type Progress = (share: number, step: string) => void;

const SAYING_WORDS = 4;

/** Learns from the examples. Pure: the same examples in the same order give the same model. */
export const trainModel = (examples: readonly Example[], progress: Progress = () => {}): Model => {
  const read = examples.map((example) => ({ example, words: readWords(example.text) }));
  const lessons = read.map(({ example, words }) => lessonOf(example, words));
  const intents = [...new Set(examples.flatMap(({ intents: all }) => all))].sort();
  const labels = [...intents, DANGER_LABEL, ENGLISH_LABEL];
  progress(0, 'judging the examples against one another');
  const trials = crossValidate(lessons, labels);
  progress(0.8, 'learning from all examples');
  return {
    linear: trainLinear(lessons, labels),
    ...calibrate(trials, read),
    vocabulary: vocabularyOf(read),
    sayings: sayingsOf(read),
  };
};

/** An example and its words. */
export type Read = { readonly example: Example; readonly words: readonly string[] };

const lessonOf = ({ intents, lang }: Example, words: readonly string[]): Lesson => ({
  features: featuresOf(words),
  labels: new Set([
    ...intents,
    ...(intents.some(isDanger) ? [DANGER_LABEL] : []),
    ...(lang === 'en' ? [ENGLISH_LABEL] : []),
  ]),
});

const vocabularyOf = (read: readonly Read[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { words } of read) {
    for (const word of words) if (!isMark(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

/** What a short text is looked up by: its words without the marks. */
export const sayingOf = (words: readonly string[]): string =>
  words.filter((word) => !isMark(word)).join(' ');

const sayingsOf = (read: readonly Read[]): ReadonlyMap<string, string> => {
  const found = new Map<string, Set<string>>();
  for (const { example, words } of read) {
    const saying = sayingOf(words);
    const [intent] = example.intents;
    if (intent === undefined || saying.split(' ').length > SAYING_WORDS) continue;
    found.set(saying, (found.get(saying) ?? new Set()).add(intent));
  }
  return new Map(
    [...found].flatMap(([saying, intents]) => {
      const [only, ...others] = intents;
      return only === undefined || others.length > 0 ? [] : [[saying, only]];
    }),
  );
};
