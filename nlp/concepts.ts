import concepts from './concepts.json' with { type: 'json' };

/** A way to name a concept: its words, the last of which may be only the beginning of one. */
export type Naming = {
  readonly concept: string;
  readonly words: readonly string[];
  readonly open: boolean;
};

const NAMINGS: ReadonlyMap<string, readonly Naming[]> = byFirstWord(
  Object.entries(concepts).flatMap(([concept, names]) =>
    names.split(' ').map((name) => ({
      concept,
      words: name.replace('*', '').split('_'),
      open: name.endsWith('*'),
    })),
  ),
);
const SHORTEST_OPEN = 2;

function byFirstWord(namings: readonly Naming[]): ReadonlyMap<string, readonly Naming[]> {
  const found = new Map<string, Naming[]>();
  for (const naming of namings) {
    const first = naming.words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), naming]);
  }
  return found;
}

/** What words are about, each of which may begin some namings, whatever the language and the choice of words: "radiateur", "boiler" → heating. */
export const conceptsOf = (
  words: readonly string[],
  namings: readonly (readonly Naming[])[],
): readonly string[] => {
  const found = new Set<string>();
  words.forEach((_, at) => {
    for (const naming of namings[at] ?? []) {
      if (naming.words.every((part, next) => fits(naming, part, next, words[at + next]))) {
        found.add(naming.concept);
      }
    }
  });
  return [...found].sort();
};

const fits = (naming: Naming, part: string, next: number, word: string | undefined): boolean => {
  if (word === undefined) return false;
  const last = next === naming.words.length - 1;
  return last && naming.open ? word.startsWith(part) : word === part;
};

/** Those that begin with the word or, being open, with its beginning. */
export const namingsOf = (word: string): readonly Naming[] => {
  const found = [...(NAMINGS.get(word) ?? [])];
  for (let length = SHORTEST_OPEN; length < word.length; length += 1) {
    for (const naming of NAMINGS.get(word.slice(0, length)) ?? []) {
      if (naming.open && naming.words.length === 1) found.push(naming);
    }
  }
  return found;
};
