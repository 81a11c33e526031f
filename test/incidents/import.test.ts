import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, checkEstate } from '../../incidents/index.ts';
import { demoRows, shippedImportWords } from './landlord.ts';

const words = shippedImportWords();
const EMPTY = {
  id: '',
  kind: '',
  parent: '',
  name: '',
  street: '',
  postcode: '',
  city: '',
  floor: '',
  heating: '',
};
const residence = {
  ...EMPTY,
  id: 'R',
  kind: 'residence',
  name: 'Les Ormes',
  street: '1 rue Basse',
  postcode: '01210',
  city: 'Valloge',
};
const building = { ...EMPTY, id: 'B', kind: 'building', parent: 'R', name: 'A' };
const dwelling = { ...EMPTY, id: 'D', kind: 'dwelling', parent: 'B', name: '1', floor: '0' };
const tenant = { id: 'T', name: 'Awa Sow', dwelling: 'D', phone: '06 39 98 00 01' };
const places = [residence, building, dwelling];

const check = (files: { places?: readonly CsvRow[]; tenants?: readonly CsvRow[] }) =>
  checkEstate({ places, tenants: [tenant], ...files }, words);
const faults = (files: Parameters<typeof check>[0]): readonly string[] => {
  const checked = check(files);
  if (checked.kind === 'ok') return [];
  return checked.faults.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message.en}`,
  );
};

describe('a sound import', () => {
  it('becomes an estate with phone numbers in international form', () => {
    const checked = check({});
    expect(checked).toMatchObject({
      kind: 'ok',
      estate: {
        places: [{ id: 'R' }, { id: 'B', parent: 'R' }, { id: 'D', floor: 0 }],
        tenants: [{ id: 'T', phone: '+33639980001' }],
      },
    });
  });

  it('takes leases and birth dates where there are, and old files without them', () => {
    const row = { ...tenant, lease: 'L-0048', birth_date: '14/03/1984' };
    const checked = check({ tenants: [row, { ...row, id: 'T2', birth_date: '1984-03-14' }] });
    expect(checked).toMatchObject({
      kind: 'ok',
      estate: {
        tenants: [
          { id: 'T', lease: 'L-0048', birthDate: '1984-03-14' },
          { id: 'T2', birthDate: '1984-03-14' },
        ],
      },
    });
    const old = check({});
    expect(old.kind === 'ok' && Object.keys(old.estate.tenants[0] ?? {})).toEqual([
      'id',
      'name',
      'dwelling',
      'phone',
    ]);
  });

  it.each(['31/02/1984', '14/03/84', '1899-01-01', 'mars 1984', '14031984', '0'])(
    'says that "%s" is no birth date, and does not repeat it',
    (birth_date) => {
      const told = faults({ tenants: [{ ...tenant, birth_date }] });
      expect(told).toEqual([
        'tenants:2:birth_date This date does not exist. Write it like 14-03-1984.',
      ]);
    },
  );

  it('says that a lease needs figures', () => {
    expect(faults({ tenants: [{ ...tenant, lease: 'A1' }] })).toEqual([
      'tenants:2:lease "A1" is not a lease number. It needs at least three figures.',
    ]);
  });

  it('of the demonstration landlord has 3 residences, 8 buildings and 200 dwellings', () => {
    const rows = demoRows('places');
    const count = (kind: string): number => rows.filter((row) => row['kind'] === kind).length;
    expect(['residence', 'building', 'dwelling'].map(count)).toEqual([3, 8, 200]);
    expect(faults({ places: rows, tenants: demoRows('tenants') })).toEqual([]);
  });

  it('invents people: every phone number is of a range kept for fiction', () => {
    const phones = demoRows('tenants')
      .map((row) => row['phone'] ?? '')
      .filter((phone) => phone !== '');
    expect(phones.length).toBeGreaterThan(150);
    for (const phone of phones) expect(phone).toMatch(/^(06 39 98|01 99 00) \d\d \d\d$/);
  });
});

describe('a fault is reported with its line, its column and its cure', () => {
  it.each<[string, object, string]>([
    ['unknown parent', { ...dwelling, parent: 'X' }, 'places:5:parent No place has the id "X".'],
    [
      'dwelling without building',
      { ...dwelling, parent: '' },
      'places:5:parent A place of kind dwelling',
    ],
    [
      'dwelling in a residence',
      { ...dwelling, parent: 'R' },
      'It needs one of these: building, staircase.',
    ],
    [
      'unknown kind',
      { ...dwelling, kind: 'castle' },
      'places:5:kind "castle" is not a kind of place.',
    ],
    ['duplicate id', { ...dwelling, id: 'D' }, 'places:5:id The id "D" is already used on line 4.'],
    [
      'itself as parent',
      { ...building, parent: 'N' },
      'places:5:parent This place stands inside itself.',
    ],
    [
      'residence in another',
      { ...residence, parent: 'R' },
      'places:5:parent A residence stands in no other',
    ],
    [
      'bad postcode',
      { ...residence, postcode: '1210' },
      'places:5:postcode "1210" is not a postcode.',
    ],
    ['bad floor', { ...dwelling, floor: 'first' }, 'places:5:floor "first" is not a floor.'],
    [
      'unknown heating',
      { ...building, heating: 'wood' },
      'places:5:heating "wood" is not a known heating.',
    ],
    ['no name', { ...dwelling, name: ' ' }, 'places:5:name This cell is empty.'],
    [
      'long name',
      { ...dwelling, name: 'x'.repeat(81) },
      'places:5:name This text is too long. Shorten it to 80',
    ],
    ['bad id', { ...dwelling, id: 'a/b' }, 'places:5:id The id "a/b" has a forbidden character.'],
  ])('%s', (_, row, fault) => {
    const added: CsvRow = {
      ...EMPTY,
      id: 'N',
      ...('id' in row && row.id === 'B' ? { ...row, id: 'N' } : row),
    };
    expect(faults({ places: [...places, added] }).join('\n')).toContain(fault);
  });

  it('a ring of places', () => {
    const ring = [
      { ...building, id: 'X', parent: 'Y' },
      { ...building, id: 'Y', parent: 'X' },
    ];
    const found = faults({ places: [...places, ...ring] });
    expect(found.filter((fault) => fault.includes('inside itself'))).toHaveLength(2);
  });

  it('a building without any address', () => {
    const found = faults({ places: [{ ...residence, street: '', city: '' }, building, dwelling] });
    expect(found).toEqual([
      'places:3:street This building has no address. Give "street", here or for its residence.',
      'places:3:city This building has no address. Give "city", here or for its residence.',
    ]);
  });

  it.each<[string, object, string]>([
    ['unknown dwelling', { dwelling: 'X' }, 'tenants:2:dwelling No dwelling has the id "X".'],
    ['a building as dwelling', { dwelling: 'B' }, 'tenants:2:dwelling No dwelling has the id "B".'],
    ['bad phone', { phone: '12' }, 'tenants:2:phone "12" is not a phone number.'],
    ['no name', { name: '' }, 'tenants:2:name This cell is empty.'],
  ])('tenants: %s', (_, change, fault) => {
    expect(faults({ tenants: [{ ...tenant, ...change }] }).join('\n')).toContain(fault);
  });

  it('missing columns and empty files', () => {
    const { phone: _, ...row } = tenant;
    expect(faults({ tenants: [row] })).toEqual([
      'tenants:1:phone The column "phone" is missing. Add it to the first line.',
    ]);
    expect(faults({ places: [], tenants: [] }).join('\n')).toContain(
      'places:1:undefined The file is empty.',
    );
  });

  it('all of them at once, in reading order, in French and in English', () => {
    const checked = check({
      places: [residence, { ...building, parent: 'X' }, { ...dwelling, floor: 'x' }],
    });
    expect(checked.kind === 'faults' && checked.faults.map(({ line }) => line)).toEqual([3, 4]);
    expect(checked.kind === 'faults' && checked.faults[0]?.message.fr).toContain('«\u00a0X\u00a0»');
  });
});

describe('any files', () => {
  it('give an estate whose every reference holds, or faults', () => {
    const cell = fc.constantFrom(
      '',
      'R',
      'B',
      'D',
      'X',
      'residence',
      'building',
      'dwelling',
      '12345',
      '3',
      '__proto__',
    );
    const row = fc.record({
      id: cell,
      kind: cell,
      parent: cell,
      name: cell,
      street: cell,
      postcode: cell,
      city: cell,
      floor: cell,
      heating: cell,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (extra) => {
        const checked = check({ places: [...places, ...extra] });
        if (checked.kind === 'faults') {
          expect(checked.faults.length).toBeGreaterThan(0);
          return;
        }
        const ids = new Set(checked.estate.places.map(({ id }) => id));
        for (const { parent } of checked.estate.places)
          expect(parent === undefined || ids.has(parent)).toBe(true);
      }),
    );
  });
});
