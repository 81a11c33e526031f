const MEMORY = 6000;

/** Computes something of a word once, and forgets all when too many words were asked for. */
export const remembered = <Result>(
  compute: (word: string) => Result,
): ((word: string) => Result) => {
  const known = new Map<string, Result>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size > MEMORY) known.clear();
    const result = compute(word);
    known.set(word, result);
    return result;
  };
};
