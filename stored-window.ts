import { promises as files } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf } from './corrections-file.ts';
import { readWindow, type Stored } from './nlp/index.ts';

/** Below so many labelled messages nothing can be said about an intent or about calibration. */
const ENOUGH_LABELLED = 100;

/**
 * The messages that a candidate is tried on: those of the file, else of `shadow.jsonl` beside the corrections. Where too few
 * of them are labelled, the project's own held-out messages come beside them.
 */
export const storedWindow = async (
  { root, corrections }: { readonly root: string; readonly corrections: string },
  file: string | undefined,
): Promise<readonly Stored[]> => {
  const beside = join(dirname(corrections), 'shadow.jsonl');
  const content = file === undefined ? contentOf(beside) : files.readFile(file, 'utf8');
  const window = readWindow(await content);
  const labelled = window.filter(({ intents }) => intents !== undefined).length;
  if (labelled >= ENOUGH_LABELLED) return window;
  const heldOut = await files.readFile(join(root, 'test/nlp/held-out.jsonl'), 'utf8');
  return [...window, ...readWindow(heldOut)];
};
