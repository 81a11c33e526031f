import type { Example } from './examples.ts';
import { stemsOf } from './stems.ts';

/** From this likeness on, two texts say the same thing in the same words. */
export const SAME = 0.8;

/** An example that shares words with a text, and how much of both is shared, between 0 and 1. */
export type Near<Known extends Example = Example> = {
  readonly example: Known;
  readonly likeness: number;
};

/** Finds the examples that share words with a text, the likest first. */
export type NearTexts<Known extends Example = Example> = (text: string) => readonly Near<Known>[];

/** Texts that share none of so many rare words are not looked at. */
const RAREST = 6;

/**
 * Builds the search for like texts. The shared stems count against all stems of both texts (Jaccard), each by how rare it
 * is in the language, told by `usual` texts, so that "plus d'eau" and "plus d'eau chaude" are not the same.
 */
export const createNearTexts = <Known extends Example>(
  examples: readonly Known[],
  usual: readonly Example[] = examples,
): NearTexts<Known> => {
  const all = examples.map((example) => ({ example, stems: stemsOf(example.text) }));
  const holders = holdersOf(all.map(({ stems }) => stems));
  const weigh = usual === examples ? weighBy(holders, all.length) : weighByTexts(usual);
  return (text) => {
    const stems = stemsOf(text);
    const known = [...stems].flatMap((stem) => [holders.get(stem) ?? []]);
    const rarest = known.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
    return [...new Set(rarest.slice(0, RAREST).flat())]
      .flatMap((at) => all[at] ?? [])
      .map((one) => ({ example: one.example, likeness: likeness(stems, one.stems, weigh) }))
      .sort((one, two) => two.likeness - one.likeness);
  };
};

type Holders = ReadonlyMap<string, readonly number[]>;

/** Which texts have a stem. */
const holdersOf = (texts: readonly ReadonlySet<string>[]): Holders => {
  const holders = new Map<string, number[]>();
  texts.forEach((stems, at) => {
    for (const stem of stems) {
      const found = holders.get(stem);
      if (found === undefined) holders.set(stem, [at]);
      else found.push(at);
    }
  });
  return holders;
};

const weighByTexts = (texts: readonly Example[]): Weigh =>
  weighBy(holdersOf(texts.map(({ text }) => stemsOf(text))), texts.length);

/** A stem weighs the more the fewer texts have it. */
const weighBy =
  (holders: Holders, texts: number): Weigh =>
  (stem) =>
    Math.log(1 + (texts + 1) / ((holders.get(stem)?.length ?? 0) + 0.5));

type Weigh = (stem: string) => number;

/** How much of the words of two texts they share, between 0 and 1. */
const likeness = (one: ReadonlySet<string>, two: ReadonlySet<string>, weigh: Weigh): number => {
  let [shared, all] = [0, 0];
  for (const stem of new Set([...one, ...two])) {
    all += weigh(stem);
    if (one.has(stem) && two.has(stem)) shared += weigh(stem);
  }
  return all === 0 ? 0 : shared / all;
};
