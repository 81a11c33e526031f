import type { Place } from '../bot/index.ts';
import { inherited } from './place-tree.ts';
import type { PlaceWords } from './place-words.ts';

/** A place as it is said back to a tenant: "12 rue des Tilleuls, bâtiment B, appartement 14". */
export const labelOf = (path: readonly Place[], words: PlaceWords): string => {
  const residence = path.find(({ kind }) => kind === 'residence');
  const inner = path.filter(({ kind }) => kind !== 'residence');
  const street = inner.length === 0 ? undefined : inherited(path, 'street');
  const city = inner.length === 0 ? inherited(path, 'city') : undefined;
  const parts = [
    street ?? residence?.name,
    ...inner.toReversed().map((place) => nameOf(place, words)),
    city,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
};

/** "B" is said "bâtiment B"; a name that needs no help, such as "Tour Nord", stays as it is. */
const nameOf = ({ kind, name }: Place, { labels }: PlaceWords): string =>
  kind === 'residence' || !BARE.test(name) ? name : `${labels[kind]} ${name}`;

const BARE = /^(?=.{1,6}$)(\p{L}?\d+\p{L}?|\p{L})([ .\-/]?(\d+|\p{L}))?$/u;
