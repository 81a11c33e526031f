import { type Classifier, type Opinion, opinionOf } from './classifier.ts';
import { createCorrect } from './correct.ts';
import { isDanger, OUT_OF_SCOPE } from './domain.ts';
import { type Learning, learnClassifier } from './learn-classifier.ts';
import type { Lesson } from './lesson.ts';
import type { Hiding } from './plan.ts';
import { segmentsOf } from './segments.ts';
import { strangersOf } from './strangers.ts';
import { unknownShare, vocabularyOf } from './vocabulary.ts';

/** A lesson judged by a classifier that has not seen it. */
export type Tried = {
  readonly lesson: Lesson;
  readonly classifier: Classifier;
  readonly opinion: Opinion;
  /** The same for each part of a text in several. */
  readonly parts: readonly Opinion[];
  /** The lesson's words with their spelling mended. */
  readonly words: readonly string[];
  /** The intents of the lesson were hidden from the classifier: whatever it says is wrong. */
  readonly stranger: boolean;
};

/**
 * Judges lessons by a classifier that has not seen them: it learns without one part of the writers, whose habits it then
 * meets for the first time, and without one part of the intents.
 */
export const tryOut = async (
  lessons: readonly Lesson[],
  how: Learning,
): Promise<readonly Tried[]> =>
  (await Promise.all(how.plan.trials.map((hiding) => tryOnce(lessons, how, hiding)))).flat();

const tryOnce = async (
  lessons: readonly Lesson[],
  how: Learning,
  { intents, voices }: Hiding,
): Promise<readonly Tried[]> => {
  const hidden = hiddenIntents(lessons, intents);
  const isHidden = (lesson: Lesson) => lesson.intents.some((id) => hidden.has(id));
  const isOut = ({ voice }: Lesson) => mark(voice) % voices.oneIn === voices.from;
  const kept = lessons.filter((lesson) => !isHidden(lesson) && !isOut(lesson));
  const classifier = await learnClassifier(kept, strangersOf(kept, how.plan.strangers), how);
  const vocabulary = vocabularyOf(kept);
  const correct = createCorrect(vocabulary);
  return lessons
    .filter((lesson) => isHidden(lesson) || isOut(lesson))
    .map((lesson) => {
      const words = lesson.words.flatMap(correct);
      const opinion = opinionOf(classifier, words, unknownShare(vocabulary, lesson.words));
      const segments = segmentsOf(lesson.text);
      const parts =
        segments.length < 2
          ? []
          : segments.map((part) => opinionOf(classifier, part.words.flatMap(correct), 0));
      return { lesson, classifier, opinion, parts, words, stranger: isHidden(lesson) };
    });
};

const hiddenIntents = (
  lessons: readonly Lesson[],
  { oneIn, from }: Hiding['intents'],
): ReadonlySet<string> => {
  const intents = [...new Set(lessons.flatMap((lesson) => lesson.intents))].sort();
  const hideable = intents.filter((id) => id !== OUT_OF_SCOPE && !isDanger(id));
  return new Set(hideable.filter((_, at) => at % oneIn === from));
};

/** A number that depends on a text alone. */
const mark = (text: string): number => {
  let hash = 7;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
};
