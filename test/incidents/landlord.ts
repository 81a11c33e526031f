import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Catalogue, Estate } from '../../bot/index.ts';
import {
  type CsvRow,
  checkEstate,
  type ImportWords,
  type PlaceWords,
  parseCatalogue,
  parseImportWords,
  parsePlaceWords,
} from '../../incidents/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A content file as JSON. */
export const content = (name: string): unknown =>
  JSON.parse(readFileSync(join(ROOT, 'dialogs', 'content', `${name}.json`), 'utf8'));

/** The catalogue that ships with Loge. */
export const shippedCatalogue = (): Catalogue => parseCatalogue(content('catalogue'));

/** The address words that ship with Loge. */
export const shippedPlaceWords = (): PlaceWords => parsePlaceWords(content('places'));

/** The importer's words that ship with Loge. */
export const shippedImportWords = (): ImportWords => parseImportWords(content('import'));

/** The rows of a demonstration file. */
export const demoRows = (name: 'places' | 'tenants'): readonly CsvRow[] =>
  parse(readFileSync(join(ROOT, 'demo', `${name}.csv`)), { columns: true });

/** The demonstration landlord. */
export const demoEstate = (): Estate => {
  const checked = checkEstate(
    { places: demoRows('places'), tenants: demoRows('tenants') },
    shippedImportWords(),
  );
  if (checked.kind === 'faults') throw new Error(JSON.stringify(checked.faults));
  return checked.estate;
};
