import { createHash } from 'node:crypto';
import { promises as files } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../bot/index.ts';
import { type Example, readExamples } from './examples.ts';
import type { Learn } from './learn-classifier.ts';
import type { Model } from './model.ts';
import { packModel, unpackModel } from './pack-model.ts';
import { trainModel } from './train-model.ts';

/** Where the examples and the code that learns are, where learned models are kept, who learns, and who is told. */
export type ModelPlace = {
  readonly examples: string;
  /** Examples beside those, such as approved corrections. */
  readonly more?: readonly Example[];
  /** The folder whose programs and word lists decide what is learned. */
  readonly code: string;
  readonly cache: string;
  readonly log: Log;
  readonly learn?: Learn;
};

/** The model of the examples: read from the cache, or learned once when they or the code have changed. */
export const loadModel = async (place: ModelPlace): Promise<Model> => {
  const examples = [...(await readExamples(place.examples)), ...(place.more ?? [])];
  const file = join(place.cache, `understanding-${await keyOf(examples, place.code)}.bin`);
  const kept = await readKept(file, place.log);
  return kept ?? learnModel(examples, { ...place, file });
};

const learnModel = async (
  examples: readonly Example[],
  { cache, log, learn, file }: ModelPlace & { readonly file: string },
): Promise<Model> => {
  log.info({ examples: examples.length }, 'learning to understand, once');
  const start = performance.now();
  const progress = (share: number, step: string) =>
    log.info({ percent: Math.round(share * 100) }, step);
  const model = await trainModel(examples, { progress, ...(learn === undefined ? {} : { learn }) });
  const packed = packModel(model);
  await keep(cache, file, packed);
  const ms = Math.round(performance.now() - start);
  log.info({ ms, kilobytes: Math.round(packed.length / 1024) }, 'learned');
  return model;
};

const keyOf = async (examples: readonly Example[], code: string): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(examples));
  const names = (await files.readdir(code)).filter((name) => /\.(ts|json)$/.test(name)).sort();
  for (const name of names) hash.update(name).update(await files.readFile(join(code, name)));
  return hash.digest('hex').slice(0, 32);
};

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
