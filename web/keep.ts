/** A small store of texts by name; it may forget everything when the browser does not let it write. */
export type Keep = {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
  readonly remove: (name: string) => void;
  readonly names: () => readonly string[];
};

/** Keeps texts in the browser's storage, or in memory where that is forbidden or full. */
export const createKeep = (storage: Storage | undefined): Keep => {
  const memory = new Map<string, string>();
  return {
    get: (name) => memory.get(name) ?? attempt(() => storage?.getItem(name) ?? undefined),
    set: (name, value) => {
      const kept = attempt(() => {
        storage?.setItem(name, value);
        return storage !== undefined;
      });
      if (kept !== true) memory.set(name, value);
    },
    remove: (name) => {
      memory.delete(name);
      attempt(() => storage?.removeItem(name));
    },
    names: () => [...memory.keys(), ...(attempt(() => Object.keys(storage ?? {})) ?? [])],
  };
};

/** Keeps photos until they are sent; memory where the browser has no database. */
export type PhotoKeep = {
  readonly put: (id: string, photos: readonly Blob[]) => Promise<void>;
  readonly get: (id: string) => Promise<readonly Blob[]>;
  readonly remove: (id: string) => Promise<void>;
};

const attempt = <Value>(run: () => Value): Value | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};
