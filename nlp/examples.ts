import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { BotError, type Language } from '../bot/index.ts';

/** A message whose meaning is known: usually one request, sometimes several. */
export type Example = {
  readonly text: string;
  readonly lang: Language;
  readonly intents: readonly string[];
};

const NAME = /^([a-z_]+)\.(fr|en)\.txt$/;
const SEVERAL = /\.jsonl$/;

/** Reads the examples of a folder: `<intent>.<language>.txt`, one message a line, and `*.jsonl` for several requests at once. */
export const readExamples = async (folder: string): Promise<readonly Example[]> => {
  const names = (await files.readdir(folder)).sort();
  const read = await Promise.all(
    names.map(async (name) => parseExamples(name, await contentOf(folder, name))),
  );
  return read.flat();
};

const contentOf = async (folder: string, name: string): Promise<string> =>
  NAME.test(name) || SEVERAL.test(name) ? files.readFile(join(folder, name), 'utf8') : '';

/** The examples of one file; a file of another kind has none. */
const parseExamples = (name: string, content: string): readonly Example[] => {
  const lines = content.split(/\r?\n/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (SEVERAL.test(name)) return filled.map((line) => parseLine(name, line));
  const [, intent, lang] = NAME.exec(name) ?? [];
  if (intent === undefined) return [];
  return filled.map((text) => ({ text, lang: lang === 'en' ? 'en' : 'fr', intents: [intent] }));
};

const parseLine = (name: string, line: string): Example => {
  const read = readJson(line);
  if (!isRecord(read) || typeof read['text'] !== 'string' || !isWords(read['intents'])) {
    throw new BotError(
      `${name}: a line is not {"text", "lang", "intents": […]}: ${line.slice(0, 60)}`,
      'bad-content',
    );
  }
  const lang = read['lang'] === 'en' ? 'en' : 'fr';
  return { text: read['text'], lang, intents: read['intents'] };
};

/** Reads JSON that may be anything; undefined when it is not JSON. */
export const readJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Whether a value is an object with fields. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list of texts. */
export const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
