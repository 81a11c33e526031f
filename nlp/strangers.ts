import { createChance } from './chance.ts';
import { featuresOf } from './features.ts';
import type { Lesson } from './lesson.ts';
import { isMark } from './words.ts';

/** How many meaningless texts are made for each real one. */
const SHARE = 0.15;
const REPLACED = 0.55;

/** Texts that look like the lessons and mean nothing: half of their words are drawn from anywhere. */
export const strangersOf = (lessons: readonly Lesson[]): readonly Lesson[] => {
  const chance = createChance(lessons.length);
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const pool = lessons.flatMap(({ words }) => words.filter((word) => !isMark(word)));
  return Array.from({ length: Math.round(lessons.length * SHARE) }, (_, at) => {
    const told = any(lessons)?.words ?? [];
    const words = told.map((word) => (chance() < REPLACED ? (any(pool) ?? word) : word));
    const features = featuresOf(words);
    return {
      text: '',
      intents: [],
      lang: '',
      voice: `stranger ${at}`,
      words,
      clean: features,
      noisy: features,
    };
  });
};
