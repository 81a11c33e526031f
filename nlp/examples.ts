import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { BotError, type Language } from '../bot/index.ts';

/** A message whose meaning is known: usually one request, sometimes several. */
export type Example = {
  readonly text: string;
  readonly lang: Language;
  readonly intents: readonly string[];
  /** Who wrote it; texts of one voice are kept together when the understanding is tried out. */
  readonly voice?: string;
  /** What the name of its file says of it beside the intent: `near` for out of scope but near the subject, `lookalikes`. */
  readonly kind?: string;
};

const NAME = /^([a-z_]+)(?:-([a-z]+))?\.(fr|en)\.txt$/;
const VOICE = /^#\s*voice:\s*(.+)$/;
const SEVERAL = /\.jsonl$/;

/**
 * Reads the examples of a folder: `<intent>.<language>.txt` or `<intent>-<kind>.<language>.txt`, one message a line below a
 * line `# voice: …` that tells who writes, and `*.jsonl` for several requests at once.
 */
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
  const filled = lines.filter((line) => line !== '');
  if (SEVERAL.test(name)) return filled.map((line) => parseExample(name, line));
  const [, intent, kind, lang] = NAME.exec(name) ?? [];
  if (intent === undefined) return [];
  return spoken(filled).map((told) => ({
    ...told,
    lang: lang === 'en' ? 'en' : 'fr',
    intents: [intent],
    ...(kind === undefined ? {} : { kind }),
  }));
};

/** Each message with the voice above it. */
const spoken = (lines: readonly string[]): readonly Pick<Example, 'text' | 'voice'>[] => {
  let voice: string | undefined;
  const told: Pick<Example, 'text' | 'voice'>[] = [];
  for (const text of lines) {
    if (text.startsWith('#')) voice = VOICE.exec(text)?.[1] ?? voice;
    else told.push(voice === undefined ? { text } : { text, voice });
  }
  return told;
};

/** One example as a line of JSON. */
export const parseExample = (name: string, line: string): Example => {
  const read = readJson(line);
  if (!isRecord(read) || typeof read['text'] !== 'string' || !isWords(read['intents'])) {
    throw new BotError(
      `${name}: a line is not {"text", "lang", "intents": […]}: ${line.slice(0, 60)}`,
      'bad-content',
    );
  }
  const lang = read['lang'] === 'en' ? 'en' : 'fr';
  const voice = typeof read['voice'] === 'string' ? { voice: read['voice'] } : {};
  const kind = name.replace(SEVERAL, '');
  return { text: read['text'], lang, intents: read['intents'], ...voice, kind };
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
