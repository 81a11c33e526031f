import type { Translated } from '../bot/index.ts';
import type { FaultKind, ImportWords } from './import-words.ts';

/** One row of a CSV file, by the names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

/** One thing that is wrong in an import, where it is, and its cure. */
export type ImportFault = {
  readonly file: 'places' | 'tenants';
  /** As an editor shows it; the headings are line 1. */
  readonly line: number;
  readonly column?: string;
  readonly message: Translated;
};

/** A row at its line, cells trimmed. */
export type Line<C extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<C, string>>;
};

/** Notes what is wrong with one cell of one line. */
export type NoteFault<C extends string> = (
  line: number,
  column: C,
  fault: FaultKind,
  values?: Readonly<Record<string, string | number>>,
) => void;

/** One file of an import while it is being checked. */
export type Sheet<C extends string> = {
  readonly lines: readonly Line<C>[];
  readonly note: NoteFault<C>;
  readonly faults: readonly ImportFault[];
};

/** The longest text per column, and whether it must be filled; an older file may lack an `optional` one. */
export type Columns<C extends string> = Readonly<
  Record<C, { readonly longest: number; readonly filled: boolean; readonly optional?: boolean }>
>;

/** Opens a file: trims its cells and notes missing columns, empty cells and cells that are too long. */
export const openSheet = <C extends string>({
  file,
  rows,
  columns,
  words,
}: {
  readonly file: ImportFault['file'];
  readonly rows: readonly CsvRow[];
  readonly columns: Columns<C>;
  readonly words: ImportWords;
}): Sheet<C> => {
  const faults: ImportFault[] = [];
  const note = (line: number, column: string | undefined, fault: FaultKind, values = {}): void => {
    const message = filled(words.get(fault), values);
    faults.push({ file, line, message, ...(column === undefined ? {} : { column }) });
  };
  const names = keysOf(columns);
  const [first] = rows;
  if (first === undefined) note(1, undefined, 'no_rows');
  const needed = names.filter((name) => columns[name].optional !== true);
  const missing = first === undefined ? [] : needed.filter((name) => first[name] === undefined);
  for (const name of missing) note(1, name, 'missing_column', { value: name });
  if (missing.length > 0) return { lines: [], note, faults };
  const lines = rows.map((row, n) => ({ line: n + FIRST_ROW, cells: cellsOf(names, row) }));
  for (const line of lines) checkCells(line, names, columns, note);
  return { lines, note, faults };
};

const checkCells = <C extends string>(
  { line, cells }: Line<C>,
  names: readonly C[],
  columns: Columns<C>,
  note: NoteFault<C>,
): void => {
  for (const name of names) {
    const { longest, filled } = columns[name];
    if (filled && cells[name] === '') note(line, name, 'empty');
    if (cells[name].length > longest) note(line, name, 'too_long', { limit: longest });
  }
};

const FIRST_ROW = 2;
const SHOWN = 40;

const keysOf = <C extends string>(columns: Readonly<Record<C, unknown>>): readonly C[] => {
  const names: C[] = [];
  for (const name in columns) names.push(name);
  return names;
};

const cellsOf = <C extends string>(names: readonly C[], row: CsvRow): Record<C, string> => {
  const cells = Object.fromEntries(names.map((name) => [name, (row[name] ?? '').trim()]));
  return hasAll(cells, names) ? cells : cellsOf(names, {});
};

const hasAll = <C extends string>(
  cells: Readonly<Record<string, string>>,
  names: readonly C[],
): cells is Record<C, string> => names.every((name) => cells[name] !== undefined);

const filled = (
  words: Translated | undefined,
  values: Readonly<Record<string, string | number>>,
): Translated => {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '').slice(0, SHOWN));
  return { fr: fill(words?.fr ?? ''), en: fill(words?.en ?? '') };
};
