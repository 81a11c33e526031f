import type { Estate, Place, PlaceKind } from '../bot/index.ts';

/** The places of an estate with what stands in what. */
export type PlaceTree = {
  readonly places: readonly Place[];
  readonly inside: (place: Place, kind: PlaceKind) => readonly Place[];
  /** The place itself and those it stands in, innermost first. */
  readonly upwards: (place: Place) => readonly Place[];
};

/** Builds the tree; places whose parent is missing stand alone. */
export const createPlaceTree = ({ places }: Pick<Estate, 'places'>): PlaceTree => {
  const byId = new Map(places.map((place) => [place.id, place]));
  const children = new Map<string, Place[]>();
  for (const place of places) {
    if (place.parent === undefined) continue;
    const siblings = children.get(place.parent);
    if (siblings === undefined) children.set(place.parent, [place]);
    else siblings.push(place);
  }
  return {
    places,
    inside: ({ id }, kind) => (children.get(id) ?? []).filter((place) => place.kind === kind),
    upwards: (place) => {
      const path = [place];
      for (let up = above(byId, place); up !== undefined; up = above(byId, up)) {
        if (path.length >= DEEPEST) break;
        path.push(up);
      }
      return path;
    },
  };
};

/** Residence, building, staircase, dwelling: nothing stands deeper. */
const DEEPEST = 4;

const above = (byId: ReadonlyMap<string, Place>, { parent }: Place): Place | undefined =>
  parent === undefined ? undefined : byId.get(parent);

/** What holds for a place or, where it says nothing, for the place it stands in. */
export const inherited = <F extends 'street' | 'postcode' | 'city' | 'heating'>(
  path: readonly Place[],
  field: F,
): Place[F] | undefined => path.find((place) => place[field] !== undefined)?.[field];
