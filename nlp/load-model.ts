import { createHash } from 'node:crypto';
import { promises as files } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../bot/index.ts';
import { type Example, readExamples } from './examples.ts';
import type { Model } from './model.ts';
import { packModel, unpackModel } from './pack-model.ts';
import { trainModel } from './train-model.ts';

/** Changes whenever the code would learn another model from the same examples. */
const CODE_VERSION = 'understanding-2';

/** Where the examples are, where learned models are kept, and who is told. */
export type ModelPlace = { readonly examples: string; readonly cache: string; readonly log: Log };

/** The model of the examples: read from the cache, or learned once when they have changed. */
export const loadModel = async ({ examples: folder, cache, log }: ModelPlace): Promise<Model> => {
  const examples = await readExamples(folder);
  const file = join(cache, `understanding-${keyOf(examples)}.bin`);
  const kept = await readKept(file, log);
  if (kept !== undefined) return kept;
  log.info({ examples: examples.length }, 'learning to understand, once');
  const start = performance.now();
  const model = trainModel(examples, (share, step) => {
    log.info({ percent: Math.round(share * 100) }, step);
  });
  const packed = packModel(model);
  await keep(cache, file, packed);
  const ms = Math.round(performance.now() - start);
  log.info({ ms, kilobytes: Math.round(packed.length / 1024) }, 'learned');
  return model;
};

const keyOf = (examples: readonly Example[]): string =>
  createHash('sha256')
    .update(CODE_VERSION)
    .update(JSON.stringify(examples))
    .digest('hex')
    .slice(0, 32);

const readKept = async (file: string, log: Log): Promise<Model | undefined> => {
  const packed = await files.readFile(file).catch(() => undefined);
  if (packed === undefined) return undefined;
  const model = unpackModel(packed);
  if (model === undefined) log.warn({}, 'the kept model cannot be read and is learned again');
  return model;
};

/** Written beside and moved into place, so that nobody ever reads half a model. */
const keep = async (cache: string, file: string, packed: Buffer): Promise<void> => {
  await files.mkdir(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await files.writeFile(unfinished, packed);
  await files.rename(unfinished, file);
};
