import { OUT_OF_SCOPE } from './domain.ts';
import type { Linear } from './linear.ts';
import { type Lesson, trainLinear } from './train-linear.ts';

/** A lesson judged by a classifier that has not seen it. */
export type Trial = {
  readonly lesson: Lesson;
  readonly at: number;
  readonly judge: Linear;
  /** The intents of the lesson were hidden from the classifier: whatever it says is wrong. */
  readonly stranger: boolean;
};

const FOLDS = 3;

/**
 * Judges lessons by classifiers that have not seen them. Each fold hides a part of the lessons, and on top all lessons of
 * a part of the intents: those are the strangers, whose intent the classifier has never met.
 */
export const crossValidate = (
  lessons: readonly Lesson[],
  labels: readonly string[],
): readonly Trial[] => {
  const intents = labels.filter((label) => !label.startsWith('@') && label !== OUT_OF_SCOPE);
  return range(FOLDS).flatMap((fold) => {
    const hidden = new Set(intents.filter((_, at) => at % STRANGE === fold));
    const isHidden = (lesson: Lesson) => [...lesson.labels].some((label) => hidden.has(label));
    const judge = trainLinear(
      lessons.filter((lesson, at) => at % FOLDS !== fold && !isHidden(lesson)),
      labels.filter((label) => !hidden.has(label)),
    );
    return lessons.flatMap((lesson, at) => {
      const stranger = isHidden(lesson);
      return at % FOLDS === fold ? [{ lesson, at, judge, stranger }] : [];
    });
  });
};

/** One intent in so many is hidden in each fold. */
const STRANGE = 10;

const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);
