import type { Place } from '../bot/index.ts';
import { readPlaceRequest } from './place-request.ts';
import { plain, tokensOf } from './place-tokens.ts';
import { inherited, type PlaceTree } from './place-tree.ts';
import type { PlaceWords } from './place-words.ts';
import { createVocabulary, type Vocabulary } from './similar-words.ts';

/** A residence, a building, or a staircase with an address of its own. */
export type Site = {
  readonly place: Place;
  /** House numbers of its street. */
  readonly numbers: ReadonlySet<string>;
  /** The letter or number of a building: "b" of "bâtiment B". */
  readonly mark?: string;
  readonly postcode?: string;
  readonly cityWords: readonly string[];
  /** Letters and numbers of all buildings of the residence. */
  readonly marksAround: ReadonlySet<string>;
};

/** The name of a street, a residence or a building, and the sites it leads to. */
export type SiteName = {
  readonly of: 'street' | 'residence' | 'building';
  readonly words: readonly { readonly text: string; readonly weight: number }[];
  readonly sites: readonly Site[];
};

/** Everything that can be looked up by a word. */
export type PlaceIndex = {
  readonly vocabulary: Vocabulary;
  readonly byWord: ReadonlyMap<string, readonly SiteName[]>;
  readonly cityWords: ReadonlySet<string>;
};

/** Indexes the estate by the words of its streets, residences and named buildings. */
export const createPlaceIndex = (tree: PlaceTree, words: PlaceWords): PlaceIndex => {
  const names = new Map<string, { of: SiteName['of']; words: readonly string[]; sites: Site[] }>();
  const sites = sitesOf(tree, words);
  for (const site of sites) {
    for (const { of, text } of namesOf(site, tree)) {
      const found = nameWords(text, words);
      const key = `${of}:${found.join(' ')}`;
      const name = names.get(key) ?? { of, words: found, sites: [] };
      names.set(key, name);
      name.sites.push(site);
    }
  }
  const byWord = new Map<string, SiteName[]>();
  for (const name of names.values()) addName(byWord, weighed(name, words));
  const vocabulary = createVocabulary(new Set(byWord.keys()));
  return { vocabulary, byWord, cityWords: new Set(sites.flatMap((site) => site.cityWords)) };
};

const addName = (byWord: Map<string, SiteName[]>, name: SiteName): void => {
  for (const { text } of name.words) {
    const others = byWord.get(text);
    if (others === undefined) byWord.set(text, [name]);
    else others.push(name);
  }
};

const WEAK_WEIGHT = 0.3;

const weighed = (
  name: {
    readonly of: SiteName['of'];
    readonly words: readonly string[];
    readonly sites: readonly Site[];
  },
  { weak }: PlaceWords,
): SiteName => ({
  of: name.of,
  sites: name.sites,
  words: name.words.map((text) => ({ text, weight: weak.has(text) ? WEAK_WEIGHT : 1 })),
});

const sitesOf = (tree: PlaceTree, words: PlaceWords): readonly Site[] =>
  tree.places
    .filter(
      ({ kind, street }) =>
        kind === 'residence' ||
        kind === 'building' ||
        (kind === 'staircase' && street !== undefined),
    )
    .map((place) => siteOf(place, tree, words));

const siteOf = (place: Place, tree: PlaceTree, words: PlaceWords): Site => {
  const path = tree.upwards(place);
  const building = path.find(({ kind }) => kind === 'building');
  const mark = building === undefined ? undefined : markOf(building.name, words);
  const postcode = inherited(path, 'postcode');
  const residence = path.at(-1) ?? place;
  return {
    place,
    numbers: leadingNumbers(inherited(path, 'street') ?? ''),
    ...(mark === undefined ? {} : { mark }),
    ...(postcode === undefined ? {} : { postcode }),
    cityWords: nameWords(inherited(path, 'city') ?? '', words),
    marksAround: new Set(
      tree.inside(residence, 'building').map(({ name }) => markOf(name, words) ?? ''),
    ),
  };
};

const namesOf = (
  { place, mark }: Site,
  tree: PlaceTree,
): readonly { readonly of: SiteName['of']; readonly text: string }[] => {
  const path = tree.upwards(place);
  const residence = path.find(({ kind }) => kind === 'residence');
  const street = inherited(path, 'street');
  return [
    ...(residence === undefined ? [] : [{ of: 'residence', text: residence.name } as const]),
    ...(street === undefined ? [] : [{ of: 'street', text: street } as const]),
    ...(place.kind === 'building' && mark === undefined
      ? [{ of: 'building', text: place.name } as const]
      : []),
  ];
};

/** The words that tell one name from another: no "rue", no "de la", no house number. */
const nameWords = (text: string, words: PlaceWords): readonly string[] => {
  const named = withoutNumber(text);
  const telling = readPlaceRequest(named, words).names.map((name) => name.text);
  return telling.length > 0 ? telling : tokensOf(named, words).map((token) => token.text);
};

const NUMBER =
  /^\s*\d+(\s*(bis|ter|quater|[a-z]))?(\s*[-/,à]\s*\d+(\s*(bis|ter|quater|[a-z]))?)*[\s,]+(?=\p{L})/iu;

const withoutNumber = (street: string): string => street.replace(NUMBER, '');

/** House numbers before a street's name; "10-14" holds every second number between. */
const leadingNumbers = (street: string): ReadonlySet<string> => {
  const lead = plain(NUMBER.exec(street)?.[0] ?? '').replace(
    /\s+(?=(bis|ter|quater|[a-z])\b)/g,
    '',
  );
  const numbers = lead.match(/\d+[a-z]*/g) ?? [];
  const [from, to] = numbers.map(Number);
  if (from === undefined || to === undefined || !(to > from && to - from <= WIDEST)) {
    return new Set(numbers);
  }
  const count = Math.floor((to - from) / 2) + 1;
  return new Set([...numbers, ...Array.from({ length: count }, (_, n) => String(from + 2 * n))]);
};

const WIDEST = 40;

const markOf = (name: string, words: PlaceWords): string | undefined => {
  const key = keyOf(name, words);
  return /^([a-z]|\d{1,4}[a-z]?|[a-z]\d{1,3})$/.test(key) ? key : undefined;
};

/** What tells a place from its neighbours: "14" of "porte 14", "3gauche" of "3e gauche". */
export const keyOf = (name: string, words: PlaceWords): string => {
  const announcing = Object.values(words.kinds).flat();
  const tokens = tokensOf(name, words).map(({ text }) => text);
  const telling = tokens.filter(
    (text) => !announcing.includes(text) && text !== 'no' && text !== 'n',
  );
  return telling.join('');
};
