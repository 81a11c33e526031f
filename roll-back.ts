import { restoreFormer } from './corrections-file.ts';
import type { Place, Told } from './learn-corrections.ts';
import { loadUnderstanding } from './load-understanding.ts';

/** Puts the former corrections back; their model is usually still kept, so that this takes no time. */
export const rollBack = async ({ root, log, corrections }: Place): Promise<Told> => {
  const start = performance.now();
  const number = await restoreFormer(corrections);
  if (number === undefined) {
    return { kind: 'refused', text: 'There is no former version to go back to.' };
  }
  await loadUnderstanding(root, log, corrections);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const text = [
    `Version ${number} of ${corrections} is back and its model is ready (${seconds} s).`,
    'What it replaced is kept beside it in corrections.undone.jsonl. It is used from the next start on.',
  ].join('\n');
  return { kind: 'done', text };
};
