import type { Language } from '../bot/index.ts';
import { isDanger } from './domain.ts';
import { type Example, isRecord, isWords, readJson } from './examples.ts';

/** What a person says a message means, and on which line of the file it stands. */
export type Correction = Example & { readonly line: number };

/** A line that is no correction, and why. */
export type Fault = { readonly line: number; readonly what: string };

/** Who writes corrections: the people who answer tenants. */
export const CORRECTIONS_VOICE = 'corrections';

const LONGEST = 2000;

/** Reads corrections, one JSON object `{text, lang, intents, p0}` a line; a line that is none is named. */
export const readCorrections = (
  content: string,
  intents: ReadonlySet<string>,
): { readonly corrections: readonly Correction[]; readonly faults: readonly Fault[] } => {
  const read = content
    .split(/\r?\n/)
    .map((text, at) => ({ text, line: at + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }) => ({ line, ...readLine(text, intents) }));
  return {
    corrections: read.flatMap((one) =>
      one.kind === 'right' ? [{ ...one.example, line: one.line }] : [],
    ),
    faults: read.flatMap((one) =>
      one.kind === 'wrong' ? [{ line: one.line, what: one.what }] : [],
    ),
  };
};

type Read =
  | { readonly kind: 'right'; readonly example: Example }
  | { readonly kind: 'wrong'; readonly what: string };

const wrong = (what: string): Read => ({ kind: 'wrong', what });

const readLine = (line: string, known: ReadonlySet<string>): Read => {
  const read = readJson(line);
  if (!isRecord(read)) return wrong('is not a JSON object');
  const { text, lang, intents, p0 } = read;
  if (typeof text !== 'string' || text.trim() === '') return wrong('has no "text"');
  if (text.length > LONGEST) return wrong(`has a "text" of more than ${LONGEST} characters`);
  if (!isLanguage(lang)) return wrong('has no "lang" that is "fr" or "en"');
  if (!isWords(intents) || intents.length === 0) return wrong('has no list "intents"');
  const strange = intents.find((id) => !known.has(id));
  if (strange !== undefined) return wrong(`has an intent that nobody knows: "${strange}"`);
  if (typeof p0 !== 'boolean') return wrong('has no "p0" that is true or false');
  if (p0 !== intents.some(isDanger)) {
    return wrong(p0 ? 'is "p0" and names no danger' : 'names a danger and is not "p0"');
  }
  return { kind: 'right', example: { text, lang, intents, voice: CORRECTIONS_VOICE } };
};

const isLanguage = (value: unknown): value is Language => value === 'fr' || value === 'en';

/** Corrections as the lines of a file. */
export const writeCorrections = (corrections: readonly Example[]): string =>
  corrections
    .map(({ text, lang, intents }) =>
      JSON.stringify({ text, lang, intents, p0: intents.some(isDanger) }),
    )
    .map((line) => `${line}\n`)
    .join('');
