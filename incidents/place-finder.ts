import type { Estate, Place, PlaceMatch } from '../bot/index.ts';
import { createPlaceIndex, type PlaceIndex, type Site, type SiteName } from './place-index.ts';
import { labelOf } from './place-label.ts';
import { narrow, type Scored } from './place-narrowing.ts';
import { type NameWord, type PlaceRequest, readPlaceRequest } from './place-request.ts';
import { createPlaceTree, inherited } from './place-tree.ts';
import type { PlaceWords } from './place-words.ts';
import { fitOf } from './site-fit.ts';

/** Finds the places a text may mean, best first; none when no street or residence is recognised. */
export type PlaceFinder = (text: string) => readonly PlaceMatch[];

/** Below this nothing is offered. */
const WORTH_OFFERING = 0.4;

/** A place that fits this much worse than the best is not offered beside it. */
const CLOSE = 0.25;
const MOST_MATCHES = 8;

/** Builds the finder of an estate; looking up costs the same for ten dwellings and for 50,000. */
export const createPlaceFinder = (estate: Estate, words: PlaceWords): PlaceFinder => {
  const tree = createPlaceTree(estate);
  const index = createPlaceIndex(tree, words);
  return (text) => {
    const request = readPlaceRequest(text, words);
    const sites = best(sitesFor(request, index));
    const narrowed = sites.flatMap(({ item, score }) =>
      narrow({ site: item, score, request, tree, words }),
    );
    const found = new Map(narrowed.toReversed().map((match) => [match.item.id, match]));
    return best([...found.values()].toReversed()).map(({ item, score }) => {
      const path = tree.upwards(item);
      const postcode = inherited(path, 'postcode');
      const heating = inherited(path, 'heating');
      const label = labelOf(path, words);
      return {
        id: item.id,
        kind: item.kind,
        label,
        ...(postcode === undefined ? {} : { postcode }),
        ...(heating === undefined ? {} : { heating }),
        score,
      };
    });
  };
};

const best = <T>(scored: readonly Scored<T>[]): readonly Scored<T>[] => {
  const sorted = scored.toSorted((a, b) => b.score - a.score);
  const least = Math.max(WORTH_OFFERING, (sorted[0]?.score ?? 0) - CLOSE);
  return sorted.filter(({ score }) => score >= least).slice(0, MOST_MATCHES);
};

const sitesFor = (request: PlaceRequest, index: PlaceIndex): readonly Scored<Site>[] => {
  const evidence = evidenceFor(request, index);
  const names = new Set([...evidence.keys()].flatMap((word) => index.byWord.get(word) ?? []));
  const sites = new Map<Site, number>();
  const called = new Set<Site>();
  for (const name of names) {
    const said = nameScore({ name, evidence, request, index });
    if (said.score < WORTH_OFFERING) continue;
    for (const site of name.sites) {
      const score =
        said.score * fitOf({ site, request, index, name, from: said.from, to: said.to });
      const other = sites.get(site);
      if (name.of === 'building') called.add(site);
      sites.set(site, other === undefined ? score : Math.max(score, other) + BOTH_NAMED);
    }
  }
  const homes = new Set([...called].map(({ place }) => place.parent));
  return [...sites].map(([item, score]) => ({
    item,
    score: Math.min(1, score) * (called.has(item) ? 1 : besideFit(item.place, homes)),
  }));
};

/** Another building of the residence was called by its name, so it is hardly this one. */
const besideFit = ({ id, parent }: Place, homes: ReadonlySet<string | undefined>): number =>
  homes.has(id) || (parent !== undefined && homes.has(parent)) ? BESIDE_THE_NAMED : 1;

const BESIDE_THE_NAMED = 0.6;

/** Street and residence were both named, and they agree. */
const BOTH_NAMED = 0.05;

type Evidence = ReadonlyMap<string, { readonly fit: number; readonly said: NameWord }>;

const evidenceFor = ({ names }: PlaceRequest, { vocabulary }: PlaceIndex): Evidence => {
  const evidence = new Map<string, { readonly fit: number; readonly said: NameWord }>();
  for (const said of names) {
    for (const [word, fit] of vocabulary.find(said.text)) {
      if (fit > (evidence.get(word)?.fit ?? 0)) evidence.set(word, { fit, said });
    }
  }
  return evidence;
};

/** How much of a name was said, and from where to where. */
const nameScore = ({
  name,
  evidence,
  request,
  index,
}: {
  readonly name: SiteName;
  readonly evidence: Evidence;
  readonly request: PlaceRequest;
  readonly index: PlaceIndex;
}): { readonly score: number; readonly from: number; readonly to: number } => {
  const found = name.words.flatMap(({ text, weight }) => {
    const seen = evidence.get(text);
    return seen === undefined ? [] : [{ ...seen, weight }];
  });
  const places = found.map(({ said }) => said.at);
  const span = { from: Math.min(...places), to: Math.max(...places) };
  const understood = new Set([...evidence.values()].map(({ said }) => said.at));
  const another =
    found.length < name.words.length &&
    found.some(({ said }) => hasStranger({ said, request, index, understood }));
  if (another) return { score: 0, ...span };
  const total = name.words.reduce((sum, { weight }) => sum + weight, 0);
  const score = found.reduce((sum, { fit, weight }) => sum + fit * weight, 0) / total;
  return { score, ...span };
};

/** "rue Jean Mermoz" is not half of "rue Jean Moulin": the word beside belongs to another name. */
const hasStranger = ({
  said,
  request,
  index,
  understood,
}: {
  readonly said: NameWord;
  readonly request: PlaceRequest;
  readonly index: PlaceIndex;
  readonly understood: ReadonlySet<number>;
}): boolean =>
  request.names.some(
    ({ text, at }) =>
      at !== said.at &&
      Math.abs(at - said.at) <= BESIDE &&
      !understood.has(at) &&
      !/^\d/.test(text) &&
      !index.cityWords.has(text),
  );

const BESIDE = 3;
