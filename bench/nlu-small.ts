import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Accuracy, measureAccuracy } from './nlu-banking.ts';
import { type Banking, type Line, OUT_OF_SCOPE, readData, someOf } from './nlu-data.ts';
import { naturalLogistic } from './nlu-natural.ts';

/** What the logistic regression of `natural` learns in seconds; its time grows with the square of the intents and faster. */
export const SMALL = { intents: 20, each: 20 };

/** How long it may take for one data set, s. */
export const PATIENCE = 120;

/** The data sets by the names that are given to them on the command line. */
export const smallSets = (
  data: ReturnType<typeof readData>,
): Readonly<Record<string, SmallSet>> => ({
  clinc150: cutDown(data.clinc, 'CLINC150'),
  banking77: cutDown(data.banking, 'Banking77'),
});

/** A data set cut down to a few lines of a few intents, and the test lines of these. */
export type SmallSet = Banking & { readonly from: string };

const cutDown = ({ train, test }: Banking, name: string): SmallSet => {
  const some = someOf(train.filter(isKnown), SMALL);
  const intents = new Set(some.map(({ intent }) => intent));
  const from = `${name}, ${SMALL.intents} intents`;
  return { train: some, test: test.filter(({ intent }) => intents.has(intent)), from };
};

const isKnown = ({ intent }: Line): boolean => intent !== OUT_OF_SCOPE;

/** Measures the logistic regression in a process of its own, which is ended when it takes too long. */
export const measureLogistic = async (set: string): Promise<object | string> => {
  const program = fileURLToPath(import.meta.url);
  const timeout = PATIENCE * 1000;
  try {
    const args = [program, 'bench', 'nlu-logistic', set];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout });
    return z.looseObject({}).parse(JSON.parse(stdout));
  } catch (cause) {
    console.error(cause);
    return `failed, or did not finish in ${PATIENCE} s`;
  }
};

/** What runs in that process. */
export const benchLogistic = (): Promise<Accuracy> => {
  const sets = smallSets(readData());
  const set = sets[process.argv[4] ?? ''];
  if (set === undefined) throw new Error(`Name a data set: ${Object.keys(sets).join(', ')}.`);
  return measureAccuracy(naturalLogistic, set);
};
