import { createChance } from './chance.ts';
import { featuresOf } from './features.ts';
import type { Lesson } from './lesson.ts';
import type { Plan } from './plan.ts';
import { isMark } from './words.ts';

const REPLACED = 0.55;

/**
 * Texts that look like the lessons and mean nothing: in some half of the words are drawn from anywhere, others begin as
 * one lesson and end as another.
 */
export const strangersOf = (
  lessons: readonly Lesson[],
  { share, halves }: Plan['strangers'],
): readonly Lesson[] => {
  const chance = createChance(lessons.length);
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const pool = lessons.flatMap(({ words }) => words.filter((word) => !isMark(word)));
  const told = () => any(lessons)?.words ?? [];
  const scattered = () => told().map((word) => (chance() < REPLACED ? (any(pool) ?? word) : word));
  const count = Math.round(lessons.length * share);
  return Array.from({ length: count }, (_, at) =>
    strangerOf(at < count * halves ? joined(told(), told()) : scattered(), at),
  );
};

/** The first half of one text and the second half of another. */
const joined = (one: readonly string[], two: readonly string[]): readonly string[] => [
  ...one.slice(0, Math.ceil(one.length / 2)),
  ...two.slice(Math.ceil(two.length / 2)),
];

const strangerOf = (words: readonly string[], at: number): Lesson => {
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
};
