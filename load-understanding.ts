import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from './bot/index.ts';
import { type Approved, readApproved } from './corrections-file.ts';
import {
  type Example,
  learnHere,
  learnInThreads,
  loadModel,
  type Model,
  readExamples,
  withAlarm,
} from './nlp/index.ts';

/** Loads what was learned from the examples below `root` and from the approved corrections, or learns it once. */
export const loadUnderstanding = async (
  root: string,
  log: Log,
  corrections?: string,
): Promise<Model> => learnedFrom({ root, log }, await approvedIn({ root, log }, corrections));

/** Where the program stands, and who is told what it does. */
export type House = { readonly root: string; readonly log: Log };

/** The examples that ship with Loge. */
export const ownExamples = ({ root }: House): Promise<readonly Example[]> =>
  readExamples(join(root, 'nlp/examples'));

/** The intents that examples name. */
export const intentsIn = (examples: readonly Example[]): ReadonlySet<string> =>
  new Set(examples.flatMap(({ intents }) => intents));

/** What the landlord has approved; nothing where nothing is kept. */
export const approvedIn = async (
  house: House,
  corrections: string | undefined,
): Promise<Approved> => {
  if (corrections === undefined) return { examples: [], alarm: 1 };
  const intents = intentsIn(await ownExamples(house));
  return readApproved(corrections, { intents, log: house.log });
};

/** The model of the examples that ship with Loge and of what was approved; learned on all processors where it is built. */
export const learnedFrom = async (
  { root, log }: House,
  { examples, alarm }: Approved,
): Promise<Model> => {
  const thread = join(root, 'dist/learn-thread.js');
  const model = await loadModel({
    examples: join(root, 'nlp/examples'),
    more: examples,
    code: join(root, 'nlp'),
    cache: join(root, 'dist/model'),
    log,
    learn: existsSync(thread) ? learnInThreads(pathToFileURL(thread)) : learnHere,
  });
  return withAlarm(model, alarm);
};
