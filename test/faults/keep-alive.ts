import type { LogeProcess } from './loge-process.ts';

/** Time between two looks at the process, ms. */
const LOOK = 20;

const pause = (): Promise<void> => new Promise((go) => setTimeout(go, LOOK));

/** Keeps a Loge alive on one port: whenever it has died, `start` is called again. */
export const keepAlive = (start: () => Promise<LogeProcess>, first: LogeProcess) => {
  let current = first;
  let deaths = 0;
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching) {
      if (current.gone()) {
        deaths += 1;
        current = await start();
      }
      await pause();
    }
  };
  const done = watch();
  return {
    deaths: () => deaths,
    /** Waits until it serves, lets it live for `life` ms more, and kills it. */
    killAfter: async (life: number): Promise<void> => {
      while (current.gone()) await pause();
      await new Promise((go) => setTimeout(go, life));
      await current.kill();
    },
    end: async (): Promise<void> => {
      watching = false;
      await done;
      await current.stop();
    },
  };
};
