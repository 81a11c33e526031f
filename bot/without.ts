/** A copy that lacks some keys. */
export const without = <T extends object, K extends keyof T>(
  thing: T,
  ...keys: readonly K[]
): Omit<T, K> => {
  const copy: Partial<T> & Omit<T, K> = { ...thing };
  for (const key of keys) delete copy[key];
  return copy;
};
