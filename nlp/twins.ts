import type { Example } from './examples.ts';
import { stemsOf } from './stems.ts';

/** Finds for some texts an example that says the same in the same words; an example is not its own twin. */
export type Twins = (texts: readonly Example[]) => readonly (readonly [Example, Example])[];

/** From this share of common stems on, two texts say the same. */
const SAME = 0.8;
/** Twins are looked for among the texts that have the same rarest stems. */
const RAREST = 2;
/** Shorter texts can hardly be said in other words. */
const FEWEST = 4;

/** Builds the search for texts that say the same: fast enough for every example against all others. */
export const createTwins = (examples: readonly Example[]): Twins => {
  const all = examples.map((example) => ({ example, stems: stemsOf(example.text) }));
  const counts = new Map<string, number>();
  for (const { stems } of all) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const keyOf = (stems: ReadonlySet<string>): string =>
    [...stems]
      .sort((one, two) => (counts.get(one) ?? 0) - (counts.get(two) ?? 0) || (one < two ? -1 : 1))
      .slice(0, RAREST)
      .join(' ');
  const groups = new Map<string, typeof all>();
  for (const one of all)
    groups.set(keyOf(one.stems), [...(groups.get(keyOf(one.stems)) ?? []), one]);
  return (texts) =>
    texts.flatMap((text) => {
      const stems = stemsOf(text.text);
      if (stems.size < FEWEST) return [];
      const twin = (groups.get(keyOf(stems)) ?? []).find(
        (other) => other.example !== text && likeness(stems, other.stems) >= SAME,
      );
      return twin === undefined ? [] : [[text, twin.example] as const];
    });
};

/** The share of the stems of both that both have (Jaccard). */
const likeness = (one: ReadonlySet<string>, two: ReadonlySet<string>): number => {
  const shared = [...one].filter((stem) => two.has(stem)).length;
  return shared / (one.size + two.size - shared || 1);
};
