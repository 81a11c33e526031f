/** Lets one through at a time for each key, in the order they came. */
export type Turnstile = {
  /** Undefined when too many are waiting already. */
  readonly pass: <Result>(key: string, run: () => Promise<Result>) => Promise<Result | undefined>;
};

/** Builds a turnstile where at most `most` wait for one key. */
export const createTurnstile = (most: number): Turnstile => {
  const queues = new Map<string, { tail: Promise<unknown>; length: number }>();
  return {
    pass: async (key, run) => {
      const queue = queues.get(key) ?? { tail: Promise.resolve(), length: 0 };
      if (queue.length > most) return undefined;
      queues.set(key, queue);
      queue.length += 1;
      const mine = queue.tail.then(run).finally(() => {
        queue.length -= 1;
        if (queue.length === 0) queues.delete(key);
      });
      queue.tail = mine.catch(() => undefined);
      return mine;
    },
  };
};
