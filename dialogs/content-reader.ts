import type { Translated } from '../bot/index.ts';
import { LANGUAGES } from './content.ts';
import type { PlainWords } from './plain-words.ts';
import { readPlainWords } from './read-plain-words.ts';

/** One entry of a content file. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads content that a person wrote, and notes what is wrong instead of stopping. */
export type ContentReader = {
  readonly faults: readonly string[];
  readonly note: (where: string, fault: string) => void;
  /** The entries of a file, each with the name it is reported under. */
  readonly rows: (file: string) => readonly { readonly row: Row; readonly at: string }[];
  readonly text: (value: unknown, at: string) => string;
  readonly texts: (value: unknown, at: string) => readonly string[];
  readonly translated: (value: unknown, at: string) => Translated;
  /** The lists that every text is judged by. */
  readonly plainWords: () => PlainWords;
};

/** Builds a reader over files by name. */
export const createContentReader = (files: ReadonlyMap<string, string>): ContentReader => {
  const faults: string[] = [];
  const note = (where: string, fault: string): void => {
    faults.push(`${where}: ${fault}`);
  };
  const text = (value: unknown, at: string): string => {
    if (typeof value === 'string' && value.trim() !== '') return value;
    note(at, 'is missing or empty');
    return '';
  };
  const texts = (value: unknown, at: string): readonly string[] => {
    if (!Array.isArray(value)) note(at, 'must be a list of texts');
    return Array.isArray(value) ? value.map((item, n) => text(item, `${at}[${n}]`)) : [];
  };
  const translated = (value: unknown, at: string): Translated => {
    const row = isRow(value) ? value : {};
    const [fr, en] = LANGUAGES.map((language) => text(row[language], `${at}.${language}`));
    return { fr: fr ?? '', en: en ?? '' };
  };
  const rows: ContentReader['rows'] = (file) =>
    listIn(files, file, note).flatMap((row, n) => {
      if (!isRow(row)) note(`${file}[${n}]`, 'must be an object');
      return isRow(row) ? [{ row, at: `${file} ${nameOf(row, n)}` }] : [];
    });
  let plain: PlainWords | undefined;
  const plainWords = (): PlainWords => {
    plain ??= readPlainWords({ note, rows, text, texts });
    return plain;
  };
  return { faults, note, rows, text, texts, translated, plainWords };
};

const nameOf = (row: Row, n: number): string =>
  typeof row['id'] === 'string' ? `"${row['id']}"` : `[${n}]`;

/** Whether a value is an object with named parts. */
export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (
  files: ReadonlyMap<string, string>,
  file: string,
  note: ContentReader['note'],
): readonly unknown[] => {
  const written = files.get(file);
  if (written === undefined) note(file, 'the file is missing');
  const list = written === undefined ? [] : parsed(written);
  if (!Array.isArray(list)) note(file, 'must be a list in JSON');
  return Array.isArray(list) ? list : [];
};

const parsed = (written: string): unknown => {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
};
