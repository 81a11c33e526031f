/** Makes rounds of one errand: never two at a time, never closer than `gap` ms, never one too few. */
export const createRounds = (
  errand: () => Promise<void>,
  gap: number,
): { readonly ask: () => Promise<void> } => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let last = 0;

  const round = async (): Promise<void> => {
    const wait = last + gap - Date.now();
    if (wait > 0) await new Promise((go) => setTimeout(go, wait));
    last = Date.now();
    running = errand();
    next = undefined;
    await running;
  };

  return {
    ask: () => {
      next ??= (running ?? Promise.resolve()).then(round, round);
      return next;
    },
  };
};
