import type { Place, ReadEstate } from '../bot/index.ts';
import { readBirthCell } from './birth-date.ts';
import { checkIds, checkPlaces, PLACE_COLUMNS } from './check-places.ts';
import { type CsvRow, type ImportFault, openSheet, type Sheet } from './import-sheet.ts';
import type { ImportWords } from './import-words.ts';
import { normalisePhone } from './phone.ts';

/** An estate fit to be imported whole, or everything that is wrong with it. */
export type EstateCheck =
  | { readonly kind: 'ok'; readonly estate: ReadEstate }
  | { readonly kind: 'faults'; readonly faults: readonly ImportFault[] };

const TENANT_COLUMNS = {
  id: { longest: 64, filled: true },
  name: { longest: 120, filled: true },
  dwelling: { longest: 64, filled: true },
  phone: { longest: 30, filled: false },
  lease: { longest: 40, filled: false, optional: true },
  birth_date: { longest: 10, filled: false, optional: true },
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

const checkTenants = (sheet: TenantSheet, places: readonly Place[]): ReadEstate['tenants'] => {
  checkIds(sheet);
  const dwellings = new Set(places.filter(({ kind }) => kind === 'dwelling').map(({ id }) => id));
  return sheet.lines.map((row) => {
    const { line, cells } = row;
    const { id, name, dwelling } = cells;
    if (dwelling !== '' && !dwellings.has(dwelling)) {
      sheet.note(line, 'dwelling', 'unknown_dwelling', { value: dwelling });
    }
    return {
      id,
      name,
      dwelling,
      ...phoneOf(sheet, row),
      ...leaseOf(sheet, row),
      ...birthOf(sheet, row),
    };
  });
};

type TenantSheet = Sheet<keyof typeof TENANT_COLUMNS>;
type Row = TenantSheet['lines'][number];

const phoneOf = ({ note }: TenantSheet, { line, cells }: Row) => {
  if (cells.phone === '') return {};
  const phone = normalisePhone(cells.phone);
  if (phone === undefined) note(line, 'phone', 'bad_phone', { value: cells.phone });
  return phone === undefined ? {} : { phone };
};

const leaseOf = ({ note }: TenantSheet, { line, cells: { lease } }: Row) => {
  if (lease === '') return {};
  if (figuresIn(lease) < LEAST_FIGURES) note(line, 'lease', 'bad_lease', { value: lease });
  return { lease };
};

/** A wrong date is not repeated: it may be right but for one figure. */
const birthOf = ({ note }: TenantSheet, { line, cells }: Row) => {
  if (cells.birth_date === '') return {};
  const birthDate = readBirthCell(cells.birth_date);
  if (birthDate === undefined) note(line, 'birth_date', 'bad_birth_date');
  return birthDate === undefined ? {} : { birthDate };
};

/** A lease is found in a message by its figures. */
const LEAST_FIGURES = 3;

const figuresIn = (text: string): number => (text.match(/\d/g) ?? []).length;
