import type { Place } from '../bot/index.ts';
import { keyOf, type Site } from './place-index.ts';
import type { PlaceRequest } from './place-request.ts';
import type { PlaceTree } from './place-tree.ts';
import type { PlaceWords } from './place-words.ts';

/** Something that may be meant, and how well the text fits it. */
export type Scored<T> = { readonly item: T; readonly score: number };

type Narrowing = {
  readonly site: Site;
  readonly score: number;
  readonly request: PlaceRequest;
  readonly tree: PlaceTree;
  readonly words: PlaceWords;
};

const NOT_HERE = 0.9;
const AROUND_EQUIPMENT = 0.75;
const MOST_DOORS = 4;

/** From a building to the staircase, the dwelling or the equipment that the text names in it. */
export const narrow = (narrowing: Narrowing): readonly Scored<Place>[] => {
  const { request } = narrowing;
  const inner = toStaircase(narrowing);
  const kind = EQUIPMENT.find((one) => request.kinds.has(one));
  if (kind !== undefined) {
    const around = { item: inner.item, score: inner.score * AROUND_EQUIPMENT };
    const equipment = equipmentIn(narrowing, inner.item, kind);
    return [...equipment.map((item) => ({ item, score: inner.score })), around];
  }
  const doors = doorsIn(narrowing, inner.item);
  if (doors.length > 0 && doors.length <= MOST_DOORS) {
    return doors.map((item) => ({ item, score: inner.score }));
  }
  const missing = request.announced.dwelling === undefined ? 1 : NOT_HERE;
  return [{ item: inner.item, score: inner.score * missing }];
};

const toStaircase = ({ site, score, request, tree, words }: Narrowing): Scored<Place> => {
  const said = request.announced.staircase;
  const staircases = tree.inside(site.place, 'staircase');
  if (said === undefined || site.place.kind === 'staircase') return { item: site.place, score };
  const found = staircases.find(({ name }) => keyOf(name, words) === said);
  return found === undefined
    ? { item: site.place, score: score * NOT_HERE }
    : { item: found, score };
};

const EQUIPMENT = ['lift', 'boiler_house'] as const;

const equipmentIn = (
  { request, tree, words }: Narrowing,
  place: Place,
  kind: (typeof EQUIPMENT)[number],
): readonly Place[] => {
  const around = tree.upwards(place).map((one) => tree.inside(one, kind));
  const below = tree.inside(place, 'staircase').flatMap((one) => tree.inside(one, kind));
  const found = [...(around[0] ?? []), ...below];
  const nearest = found.length > 0 ? found : (around.find((some) => some.length > 0) ?? []);
  const said = request.announced[kind];
  const named = nearest.filter(({ name }) => keyOf(name, words) === said);
  return named.length > 0 ? named : nearest;
};

const doorsIn = ({ request, tree, words }: Narrowing, place: Place): readonly Place[] => {
  const { floor, side } = request;
  const said = request.announced.dwelling;
  if (place.kind === 'residence' || (said === undefined && side === undefined)) return [];
  const dwellings = [place, ...tree.inside(place, 'staircase')].flatMap((one) =>
    tree.inside(one, 'dwelling'),
  );
  const onFloor = dwellings.filter((one) => floor === undefined || one.floor === floor);
  if (said === undefined) {
    const sided = onFloor.filter(
      ({ name }) => side !== undefined && keyOf(name, words).includes(side),
    );
    return floor === undefined && sided.length > 1 ? [] : sided;
  }
  const keyed = (some: readonly Place[], key: string): readonly Place[] =>
    some.filter(({ name }) => keyOf(name, words) === key);
  // "B14" may be door 14 of building B.
  const digits = said.replace(/^[a-z]/, '');
  return (
    [keyed(onFloor, said), keyed(dwellings, said), keyed(dwellings, digits)].find(isThere) ?? []
  );
};

const isThere = (some: readonly Place[]): boolean => some.length > 0;
