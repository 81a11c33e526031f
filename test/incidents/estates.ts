import fc from 'fast-check';
import type { Estate, Place } from '../../bot/index.ts';

const NAMES = [
  'Les Érables',
  'Résidence Mozart',
  'Le Parc',
  'Cité des Roses',
  'Bel Air',
  'Les Tilleuls',
];
const STREETS = [
  '12 rue Mozart',
  '3 bis avenue du 8 Mai 1945',
  '10-14 quai des Brumes',
  '7 place Jean Moulin',
];

/** Small estates of every shape an import accepts. */
export const estates: fc.Arbitrary<Estate> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    street: fc.constantFrom(...STREETS),
    buildings: fc.uniqueArray(fc.constantFrom('A', 'B', '1', '2', 'Tour Nord', 'Les Pins'), {
      minLength: 1,
    }),
    staircases: fc.integer({ min: 0, max: 2 }),
    dwellings: fc.integer({ min: 0, max: 4 }),
    lift: fc.boolean(),
  })
  .map(({ name, street, buildings, staircases, dwellings, lift }) => {
    const residence: Place = {
      id: 'R',
      kind: 'residence',
      name,
      street,
      postcode: '99210',
      city: 'Valloge',
    };
    const inner = buildings.flatMap((building, n): readonly Place[] => {
      const id = `B${n}`;
      const stairs = Array.from(
        { length: staircases },
        (_, s): Place => ({
          id: `${id}S${s}`,
          kind: 'staircase',
          parent: id,
          name: `${s + 1}`,
        }),
      );
      const homes = [{ id }, ...stairs].flatMap((up) =>
        Array.from(
          { length: dwellings },
          (_, d): Place => ({
            id: `${up.id}D${d}`,
            kind: 'dwelling',
            parent: up.id,
            name: `${d + 1}`,
            floor: d,
          }),
        ),
      );
      const lifts: readonly Place[] = lift
        ? [{ id: `${id}L`, kind: 'lift', parent: id, name: 'ascenseur' }]
        : [];
      return [{ id, kind: 'building', parent: 'R', name: building }, ...stairs, ...homes, ...lifts];
    });
    return { places: [residence, ...inner], tenants: [] };
  });

/** An estate of 1,250 buildings on 625 streets, 40 dwellings each. */
export const bigEstate = (): Estate => ({
  tenants: [],
  places: Array.from({ length: 625 }, (_, n) => residenceNumber(n)).flat(),
});

const residenceNumber = (n: number): readonly Place[] => {
  const id = `R${n}`;
  const street = `${(n % 40) + 1} rue ${invented(n)}`;
  const residence: Place = {
    id,
    kind: 'residence',
    name: `Résidence ${invented(n + 1000)}`,
    street,
    postcode: '99210',
  };
  const buildings = ['A', 'B'].flatMap((name): readonly Place[] => [
    { id: `${id}${name}`, kind: 'building', parent: id, name },
    ...Array.from(
      { length: 40 },
      (_, d): Place => ({
        id: `${id}${name}${d}`,
        kind: 'dwelling',
        parent: `${id}${name}`,
        name: `${d + 1}`,
        floor: Math.floor(d / 4),
      }),
    ),
  ]);
  return [residence, ...buildings];
};

const SYLLABLES = ['ka', 'lo', 'mi', 'ru', 've', 'sa', 'to', 'ne', 'bi', 'du', 'fa', 'go'];

/** A street name nobody has: three syllables, one per number. */
const invented = (n: number): string =>
  [n, Math.floor(n / 12), Math.floor(n / 144)].map((digit) => SYLLABLES[digit % 12] ?? '').join('');

/** The label a tenant should hear, written out independently of the program. */
export const writtenOut = (place: Place, { places }: Estate): string => {
  const up = (one: Place): readonly Place[] => {
    const parent = places.find(({ id }) => id === one.parent);
    return parent === undefined ? [one] : [...up(parent), one];
  };
  const [residence, ...inner] = up(place);
  if (inner.length === 0) return `${residence?.name}, ${residence?.city}`;
  const street = [...inner].reverse().find((one) => one.street !== undefined)?.street;
  return [street ?? residence?.street, ...inner.map(spoken)].join(', ');
};

const spoken = ({ kind, name }: Place): string =>
  name.length > 3 ? name : `${PREFIX[kind]}${name}`;

const PREFIX: Readonly<Record<Place['kind'], string>> = {
  residence: '',
  building: 'bâtiment ',
  staircase: 'escalier ',
  dwelling: 'appartement ',
  lift: 'ascenseur ',
  boiler_house: 'chaufferie ',
};
