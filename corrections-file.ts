import { promises as files } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Log } from './bot/index.ts';
import { type Example, isRecord, readCorrections, readJson } from './nlp/index.ts';

const NAME = 'corrections.jsonl';
const VERSION = /^corrections\.(\d+)\.jsonl$/;

/** Where a landlord's approved corrections are kept: beside the database; nowhere when it lives in memory. */
export const correctionsBeside = (databaseUrl: string): string | undefined => {
  if (databaseUrl === 'sqlite::memory:') return undefined;
  const [, file] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  return join(file === undefined ? 'data' : dirname(file), NAME);
};

/** What a landlord has approved: the corrections, and how far the danger alarm is lowered since then, 1 being not at all. */
export type Approved = { readonly examples: readonly Example[]; readonly alarm: number };

/** Reads what was approved; nothing before the first promotion. What a new version no longer knows is left out aloud. */
export const readApproved = async (
  file: string,
  { intents, log }: { readonly intents: ReadonlySet<string>; readonly log: Log },
): Promise<Approved> => {
  const lines = (await contentOf(file)).split('\n');
  const alarm = lines.flatMap(alarmIn).at(-1) ?? 1;
  const said = lines.map((line) => (alarmIn(line).length > 0 ? '' : line));
  const { corrections, faults } = readCorrections(said.join('\n'), intents);
  if (faults.length > 0) {
    const faulty = faults.map(({ line }) => line).join(', ');
    log.warn({ file, lines: faulty }, 'approved corrections that are not understood are left out');
  }
  return { examples: corrections.map(({ line: _, ...example }) => example), alarm };
};

const alarmIn = (line: string): readonly number[] => {
  const read = readJson(line);
  return isRecord(read) && typeof read['alarm'] === 'number' ? [read['alarm']] : [];
};

/** The text of the approved corrections, empty before the first promotion. */
export const contentOf = async (file: string): Promise<string> => {
  try {
    return await files.readFile(file, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return '';
    throw cause;
  }
};

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** Keeps the present version under the next number and puts the new one in its place; tells the number. */
export const promote = async (file: string, content: string): Promise<number> => {
  await files.mkdir(dirname(file), { recursive: true });
  const number = (await newestVersion(file)) + 1;
  await write(versioned(file, number), await contentOf(file));
  await write(file, content);
  return number;
};

/** Puts the former version back, keeping the present one as `corrections.undone.jsonl`; tells its number, if there is one. */
export const restoreFormer = async (file: string): Promise<number | undefined> => {
  const number = await newestVersion(file);
  if (number === 0) return undefined;
  await write(join(dirname(file), 'corrections.undone.jsonl'), await contentOf(file));
  await files.rename(versioned(file, number), file);
  return number;
};

const versioned = (file: string, number: number): string =>
  join(dirname(file), `corrections.${number}.jsonl`);

const newestVersion = async (file: string): Promise<number> => {
  const names = await files.readdir(dirname(file)).catch(() => []);
  return Math.max(0, ...names.map((name) => Number(VERSION.exec(basename(name))?.[1] ?? 0)));
};

/** Written beside and moved into place: a crash leaves the old file or the new one, never half of one. */
const write = async (file: string, content: string): Promise<void> => {
  const unfinished = `${file}.${process.pid}`;
  await files.writeFile(unfinished, content, { flush: true });
  await files.rename(unfinished, file);
};
