import type { Place, PlaceKind } from '../bot/index.ts';
import type { Line, Sheet } from './import-sheet.ts';

/** The columns of a file of places. */
export const PLACE_COLUMNS = {
  id: { longest: 64, filled: true },
  kind: { longest: 20, filled: true },
  parent: { longest: 64, filled: false },
  name: { longest: 80, filled: true },
  street: { longest: 120, filled: false },
  postcode: { longest: 10, filled: false },
  city: { longest: 80, filled: false },
  floor: { longest: 4, filled: false },
  heating: { longest: 24, filled: false },
} as const;

type Column = keyof typeof PLACE_COLUMNS;
type PlaceLine = Line<Column>;
type PlaceSheet = Sheet<Column>;

/** Where each kind of place may stand; only a residence stands alone. */
const PARENTS: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  residence: [],
  building: ['residence'],
  staircase: ['building'],
  dwelling: ['building', 'staircase'],
  lift: ['building', 'staircase'],
  boiler_house: ['residence', 'building'],
};
const KINDS: readonly PlaceKind[] = [
  'residence',
  'building',
  'staircase',
  'dwelling',
  'lift',
  'boiler_house',
];
const HEATINGS = ['collective', 'individual_gas', 'individual_electric'] as const;
const LOWEST_FLOOR = -9;
const HIGHEST_FLOOR = 99;

/** The places of a file; what is wrong is noted on the sheet. */
export const checkPlaces = (sheet: PlaceSheet): readonly Place[] => {
  const byId = checkIds(sheet);
  for (const line of sheet.lines) {
    checkKindAndParent(sheet, line, byId);
    checkValues(sheet, line);
  }
  const places = sheet.lines.flatMap((line) => placeOf(line));
  checkAddresses(sheet, places);
  return places;
};

/** Notes ids that are malformed or taken; gives the first line of each id. */
export const checkIds = <C extends string>(
  sheet: Sheet<C | 'id'>,
): ReadonlyMap<string, Line<C | 'id'>> => {
  const byId = new Map<string, Line<C | 'id'>>();
  for (const line of sheet.lines) {
    const { id } = line.cells;
    const other = byId.get(id);
    if (!/^[\w.-]*$/.test(id)) sheet.note(line.line, 'id', 'bad_id', { value: id });
    if (other === undefined) byId.set(id, line);
    else if (id !== '') {
      sheet.note(line.line, 'id', 'duplicate_id', { value: id, other: other.line });
    }
  }
  return byId;
};

const kindOf = ({ cells }: PlaceLine): PlaceKind | undefined =>
  KINDS.find((kind) => kind === cells.kind);

const checkKindAndParent = (
  { note }: PlaceSheet,
  line: PlaceLine,
  byId: ReadonlyMap<string, PlaceLine>,
): void => {
  const { cells } = line;
  const kind = kindOf(line);
  const allowed = kind === undefined ? [] : PARENTS[kind];
  if (kind === undefined) {
    if (cells.kind !== '')
      note(line.line, 'kind', 'unknown_kind', { value: cells.kind, allowed: KINDS.join(', ') });
    return;
  }
  const parent = byId.get(cells.parent);
  const wrong = { value: kind, allowed: allowed.join(', ') };
  if (kind === 'residence') {
    if (cells.parent !== '') note(line.line, 'parent', 'needless_parent');
  } else if (cells.parent === '') note(line.line, 'parent', 'wrong_parent', wrong);
  else if (parent === undefined)
    note(line.line, 'parent', 'unknown_parent', { value: cells.parent });
  else if (isInItself(line, byId)) note(line.line, 'parent', 'cycle', { value: cells.id });
  else if (!allowed.some((one) => one === parent.cells.kind))
    note(line.line, 'parent', 'wrong_parent', wrong);
};

const isInItself = (line: PlaceLine, byId: ReadonlyMap<string, PlaceLine>): boolean => {
  const seen = new Set<string>();
  for (let up = byId.get(line.cells.parent); up !== undefined; up = byId.get(up.cells.parent)) {
    if (up.cells.id === line.cells.id) return true;
    if (seen.has(up.cells.id)) return false;
    seen.add(up.cells.id);
  }
  return false;
};

const checkValues = ({ note }: PlaceSheet, { line, cells }: PlaceLine): void => {
  const { postcode, floor, heating } = cells;
  if (postcode !== '' && !/^\d{5}$/.test(postcode)) {
    note(line, 'postcode', 'bad_postcode', { value: postcode });
  }
  if (floor !== '' && floorOf(floor) === undefined)
    note(line, 'floor', 'bad_floor', { value: floor });
  if (heating !== '' && heatingOf(heating) === undefined) {
    note(line, 'heating', 'unknown_heating', { value: heating, allowed: HEATINGS.join(', ') });
  }
};

const floorOf = (text: string): number | undefined => {
  const floor = /^-?\d{1,2}$/.test(text) ? Number(text) : undefined;
  return floor !== undefined && floor >= LOWEST_FLOOR && floor <= HIGHEST_FLOOR ? floor : undefined;
};

const heatingOf = (text: string): Place['heating'] => HEATINGS.find((one) => one === text);

const placeOf = (line: PlaceLine): readonly Place[] => {
  const kind = kindOf(line);
  if (kind === undefined) return [];
  const { id, parent, name, street, postcode, city, floor, heating } = line.cells;
  const storey = floorOf(floor);
  const heated = heatingOf(heating);
  return [
    {
      id,
      kind,
      ...(parent === '' ? {} : { parent }),
      name,
      ...(street === '' ? {} : { street }),
      ...(postcode === '' ? {} : { postcode }),
      ...(city === '' ? {} : { city }),
      ...(storey === undefined ? {} : { floor: storey }),
      ...(heated === undefined ? {} : { heating: heated }),
    },
  ];
};

const checkAddresses = ({ note, lines }: PlaceSheet, places: readonly Place[]): void => {
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const line of lines) {
    const place = byId.get(line.cells.id);
    const residence = byId.get(place?.parent ?? '');
    if (place?.kind !== 'building' || residence === undefined) continue;
    for (const field of ['street', 'postcode', 'city'] as const) {
      if (place[field] === undefined && residence[field] === undefined) {
        note(line.line, field, 'no_address', { value: field });
      }
    }
  }
};
