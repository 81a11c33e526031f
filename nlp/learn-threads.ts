import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Learn } from './learn-classifier.ts';
import type { Task } from './learn-thread.ts';
import type { LearnedLinear } from './linear.ts';
import type { LearnedNetwork } from './network.ts';
import { packTexts } from './packed-texts.ts';

/** Learns in other threads, as many at once as the machine has processors; `script` is the program of one thread. */
export const learnInThreads = (script: URL): Learn => {
  const free = Array.from({ length: Math.max(availableParallelism(), 1) }, () => ({}));
  const waiting: ((slot: object) => void)[] = [];
  const acquire = (): Promise<object> => {
    const slot = free.pop();
    return slot === undefined ? new Promise((go) => waiting.push(go)) : Promise.resolve(slot);
  };
  const release = (slot: object): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(slot);
    else next(slot);
  };
  const run = async <Result>(task: () => Task): Promise<Result> => {
    const slot = await acquire();
    return inThread<Result>(script, task()).finally(() => release(slot));
  };
  return {
    linear: ({ data, ...lessons }) =>
      run<LearnedLinear>(() => ({ kind: 'linear', lessons, data: packTexts(data) })),
    network: ({ clean, noisy, ...lessons }, plan) =>
      run<LearnedNetwork>(() => ({
        kind: 'network',
        lessons,
        clean: packTexts(clean),
        noisy: packTexts(noisy),
        plan,
      })),
  };
};

const inThread = <Result>(script: URL, task: Task): Promise<Result> =>
  new Promise((done, failed) => {
    const worker = new Worker(script, { workerData: task });
    worker.once('message', done);
    worker.once('error', failed);
  });
