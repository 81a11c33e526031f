import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A message of a data set and what it means. */
export type Line = { readonly text: string; readonly intent: string };

/** What a line means that is none of the intents. */
export const OUT_OF_SCOPE = 'out_of_scope';

/** CLINC150 with its out-of-scope lines among the others. */
export type Clinc = {
  readonly train: readonly Line[];
  readonly validation: readonly Line[];
  readonly test: readonly Line[];
};

/** Banking77. */
export type Banking = { readonly train: readonly Line[]; readonly test: readonly Line[] };

const CLINC = 'clinc150/data_full.json';
const BANKING = { train: 'banking77/train.csv', test: 'banking77/test.csv' };

const FOLDER = '../shared/data';

/** Reads both data sets, below the folder that NLU_DATA names. */
export const readData = (): { readonly clinc: Clinc; readonly banking: Banking } => {
  const folder = process.env['NLU_DATA'] ?? FOLDER;
  const missing = [CLINC, ...Object.values(BANKING)].filter(
    (file) => !existsSync(join(folder, file)),
  );
  if (missing.length > 0) {
    throw new Error(
      `${folder} lacks ${missing.join(', ')}; NLU_DATA names the folder that has them.`,
    );
  }
  return { clinc: readClinc(join(folder, CLINC)), banking: readBanking(folder) };
};

const Pairs = z.array(z.tuple([z.string(), z.string()]));
const ClincFile = z.object({
  train: Pairs,
  val: Pairs,
  test: Pairs,
  oos_train: Pairs,
  oos_val: Pairs,
  oos_test: Pairs,
});

const readClinc = (file: string): Clinc => {
  const read = ClincFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    train: [...known(read.train), ...unknown(read.oos_train)],
    validation: [...known(read.val), ...unknown(read.oos_val)],
    test: [...known(read.test), ...unknown(read.oos_test)],
  };
};

const known = (pairs: z.infer<typeof Pairs>): readonly Line[] =>
  pairs.map(([text, intent]) => ({ text, intent }));

const unknown = (pairs: z.infer<typeof Pairs>): readonly Line[] =>
  pairs.map(([text]) => ({ text, intent: OUT_OF_SCOPE }));

const Rows = z.array(z.object({ text: z.string(), category: z.string() }));

const readBanking = (folder: string): Banking => ({
  train: readRows(join(folder, BANKING.train)),
  test: readRows(join(folder, BANKING.test)),
});

const readRows = (file: string): readonly Line[] =>
  Rows.parse(parse(readFileSync(file, 'utf8'), { columns: true })).map(({ text, category }) => ({
    text,
    intent: category,
  }));

/** At most so many lines of each of the first so many intents, as they come. */
export const someOf = (
  lines: readonly Line[],
  { intents, each }: { readonly intents: number; readonly each: number },
): readonly Line[] => {
  const taken = new Map<string, number>();
  return lines.filter(({ intent }) => {
    if (!taken.has(intent) && taken.size >= intents) return false;
    taken.set(intent, (taken.get(intent) ?? 0) + 1);
    return (taken.get(intent) ?? 0) <= each;
  });
};
