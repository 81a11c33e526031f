import type { Understand, Understanding } from './understanding.ts';

/** Texts remembered at once: those of the turns in progress. */
const MOST = 64;

/** Understands a text once, however often a turn asks: it is run again for every fact it needs. */
export const remembered = (understand: Understand): Understand => {
  const kept = new Map<string, Understanding>();
  return (text, context) => {
    const key = JSON.stringify([text, context.language, context.asked]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = understand(text, context);
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(oldest);
    }
    return found;
  };
};
