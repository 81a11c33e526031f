import type { Bus, Hint } from '../bot/index.ts';

/** Carries hints between the parts of one process. */
export const localBus = (): Bus => {
  const listeners = new Set<{ readonly hear: (hint: Hint) => void }>();
  return {
    ring: (hint) => {
      for (const listener of [...listeners]) tell(listener.hear, hint);
    },
    listen: (hear) => {
      const listener = { hear };
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};

const tell = (hear: (hint: Hint) => void, hint: Hint): void => {
  try {
    hear(hint);
  } catch {
    // A hint that one listener loses costs it time; it must not cost the others theirs.
  }
};
