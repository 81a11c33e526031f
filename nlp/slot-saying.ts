import { type FindSlot, factAt } from './slot-text.ts';

/**
 * A way to say a fact, what it means for machines, and which words before it allow for it; a meaning of undefined says
 * that it does not count.
 */
export type Saying = readonly [
  pattern: RegExp,
  meaning: (groups: readonly string[]) => string | undefined,
  after?: (before: string) => boolean,
];

/** A finder that tries the sayings in order and takes the first that means something. */
export const firstOf = (sayings: readonly Saying[]): FindSlot => eitherOf(sayings.map(findSaying));

/** A finder that takes what the first of others finds. */
export const eitherOf =
  (finders: readonly FindSlot[]): FindSlot =>
  (text) => {
    for (const find of finders) {
      const fact = find(text);
      if (fact !== undefined) return fact;
    }
    return undefined;
  };

/** How far back words before a fact can change what it means. */
const BEFORE = 60;

const findSaying = ([pattern, meaning, after]: Saying): FindSlot => {
  const every = new RegExp(pattern.source, `${pattern.flags}g`);
  return (text) => {
    every.lastIndex = 0;
    for (let found = every.exec(text.folded); found !== null; found = every.exec(text.folded)) {
      const { index } = found;
      const allowed = after?.(text.folded.slice(Math.max(0, index - BEFORE), index)) ?? true;
      const value = allowed ? meaning(found.map((group) => group ?? '')) : undefined;
      const fact = value && factAt(text, value, [index, index + found[0].length]);
      if (fact) return fact;
      every.lastIndex = index + 1;
    }
    return undefined;
  };
};
