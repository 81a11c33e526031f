import { parentPort, workerData } from 'node:worker_threads';
import { type PackedTexts, unpackTexts } from './packed-texts.ts';
import { type LinearLessons, trainLinear } from './train-linear.ts';
import { type NetworkLessons, type NetworkPlan, trainNetwork } from './train-network.ts';

/** What one thread is asked to learn, its texts packed. */
export type Task =
  | {
      readonly kind: 'linear';
      readonly lessons: Omit<LinearLessons, 'data'>;
      readonly data: PackedTexts;
    }
  | {
      readonly kind: 'network';
      readonly lessons: Omit<NetworkLessons, 'clean' | 'noisy'>;
      readonly clean: PackedTexts;
      readonly noisy: PackedTexts;
      readonly plan: NetworkPlan;
    };

const learned = (task: Task) => {
  if (task.kind === 'linear') return trainLinear({ ...task.lessons, data: unpackTexts(task.data) });
  const { lessons, clean, noisy, plan } = task;
  return trainNetwork({ ...lessons, clean: unpackTexts(clean), noisy: unpackTexts(noisy) }, plan);
};

const task: Task | undefined = workerData;
if (task !== undefined) parentPort?.postMessage(learned(task));
