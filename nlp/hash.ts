/** The number of different features that can be told apart. */
export const FEATURE_SPACE = 1 << 20;

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Starts a hash for one kind of feature. */
export const startHash = (kind: number): number => Math.imul(OFFSET ^ kind, PRIME);

/** Adds one character code to a hash. */
export const addCode = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

/** Adds a whole word to a hash. */
export const addWord = (hash: number, word: string): number => {
  let next = hash;
  for (let at = 0; at < word.length; at += 1) next = addCode(next, word.charCodeAt(at));
  return addCode(next, 0x20);
};

/** The feature number of a finished hash. */
export const featureOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) & (FEATURE_SPACE - 1);
};
