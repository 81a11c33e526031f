import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Estate, Store } from './bot/index.ts';
import { BotError } from './bot/index.ts';
import { type Seals, sealEstate } from './identity/index.ts';
import { checkEstate, type ImportWords, parseImportWords } from './incidents/index.ts';

/** Where the two files of an estate are. */
export type EstateFiles = { readonly places: string; readonly tenants: string };

type Row = Readonly<Record<string, string>>;

/** What became of an import, told in one text. */
export type Imported = { readonly kind: 'done' | 'refused'; readonly text: string };

/** Replaces the estate by the one in the files, or changes nothing and names every fault with its line. */
export const importEstate = async (
  {
    store,
    words,
    seals,
  }: { readonly store: Store; readonly words: ImportWords; readonly seals: Seals },
  files: EstateFiles,
): Promise<Imported> => {
  const checked = check(files, words);
  if (checked.kind === 'faults') {
    const lines = checked.faults.map(
      (fault) => `${fault.file}, line ${fault.line}: ${fault.message.en}`,
    );
    return { kind: 'refused', text: `Nothing was imported.\n${lines.join('\n')}` };
  }
  const { places, tenants } = checked.estate;
  await store.replaceEstate(sealEstate(checked.estate, seals));
  return { kind: 'done', text: `${places.length} places and ${tenants.length} tenants imported.` };
};

/** The demonstration landlord that ships with Loge. */
export const demonstrationEstate = (root: string, seals: Seals): Estate => {
  const demo = { places: join(root, 'demo/places.csv'), tenants: join(root, 'demo/tenants.csv') };
  const checked = check(demo, importWords(root));
  if (checked.kind === 'ok') return sealEstate(checked.estate, seals);
  throw new BotError(`demo/ does not import: ${checked.faults[0]?.message.en}`, 'bad-import');
};

/** The words in which an import names its faults. */
export const importWords = (root: string): ImportWords =>
  parseImportWords(JSON.parse(readFileSync(join(root, 'dialogs/content/import.json'), 'utf8')));

const check = (files: EstateFiles, words: ImportWords) =>
  checkEstate({ places: rowsOf(files.places), tenants: rowsOf(files.tenants) }, words);

const rowsOf = (file: string): readonly Row[] =>
  parse(readFileSync(file), {
    bom: true,
    columns: true,
    delimiter: [',', ';'],
    skip_empty_lines: true,
    trim: true,
  });
