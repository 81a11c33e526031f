import type { Lesson } from './lesson.ts';
import { isMark } from './words.ts';

/** The words of the lessons and how often each was seen. */
export const vocabularyOf = (lessons: readonly Lesson[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { words } of lessons) {
    for (const word of words) if (!isMark(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

/** The share of a text's words, as they were written, that no lesson has. */
export const unknownShare = (
  vocabulary: ReadonlyMap<string, number>,
  written: readonly string[],
): number => {
  const read = written.filter((word) => !isMark(word));
  return read.filter((word) => !vocabulary.has(word)).length / (read.length || 1);
};
