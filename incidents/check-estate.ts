import type { Estate, Place, Tenant } from '../bot/index.ts';
import { checkIds, checkPlaces, PLACE_COLUMNS } from './check-places.ts';
import { type CsvRow, type ImportFault, openSheet, type Sheet } from './import-sheet.ts';
import type { ImportWords } from './import-words.ts';
import { normalisePhone } from './phone.ts';

/** An estate fit to be imported whole, or everything that is wrong with it. */
export type EstateCheck =
  | { readonly kind: 'ok'; readonly estate: Estate }
  | { readonly kind: 'faults'; readonly faults: readonly ImportFault[] };

const TENANT_COLUMNS = {
  id: { longest: 64, filled: true },
  name: { longest: 120, filled: true },
  dwelling: { longest: 64, filled: true },
  phone: { longest: 30, filled: false },
} as const;

/** Checks a file of places and a file of tenants together; one fault anywhere and nothing is imported. */
export const checkEstate = (
  files: { readonly places: readonly CsvRow[]; readonly tenants: readonly CsvRow[] },
  words: ImportWords,
): EstateCheck => {
  const placeSheet = openSheet({
    file: 'places',
    rows: files.places,
    columns: PLACE_COLUMNS,
    words,
  });
  const tenantSheet = openSheet({
    file: 'tenants',
    rows: files.tenants,
    columns: TENANT_COLUMNS,
    words,
  });
  const places = checkPlaces(placeSheet);
  const tenants = checkTenants(tenantSheet, places);
  const faults = [...placeSheet.faults, ...tenantSheet.faults];
  return faults.length === 0
    ? { kind: 'ok', estate: { places, tenants } }
    : { kind: 'faults', faults: faults.toSorted(inReadingOrder) };
};

const inReadingOrder = (a: ImportFault, b: ImportFault): number =>
  a.file === b.file ? a.line - b.line : a.file.localeCompare(b.file);

const checkTenants = (
  sheet: Sheet<keyof typeof TENANT_COLUMNS>,
  places: readonly Place[],
): readonly Tenant[] => {
  checkIds(sheet);
  const dwellings = new Set(places.filter(({ kind }) => kind === 'dwelling').map(({ id }) => id));
  return sheet.lines.map(({ line, cells }) => {
    const { id, name, dwelling } = cells;
    const phone = normalisePhone(cells.phone);
    if (dwelling !== '' && !dwellings.has(dwelling)) {
      sheet.note(line, 'dwelling', 'unknown_dwelling', { value: dwelling });
    }
    if (cells.phone !== '' && phone === undefined) {
      sheet.note(line, 'phone', 'bad_phone', { value: cells.phone });
    }
    return { id, name, dwelling, ...(phone === undefined ? {} : { phone }) };
  });
};
