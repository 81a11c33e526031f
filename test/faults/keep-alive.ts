import type { LogeProcess } from './loge-process.ts';

/** Time between two looks at the process, ms. */
const LOOK = 20;

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
      await new Promise((go) => setTimeout(go, LOOK));
    }
  };
  const done = watch();
  return {
    deaths: () => deaths,
    kill: () => current.kill(),
    end: async (): Promise<void> => {
      watching = false;
      await done;
      await current.stop();
    },
  };
};
