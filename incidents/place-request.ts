import { FLOOR_WORD, type PlaceToken, tokensOf } from './place-tokens.ts';
import type { InnerKind, PlaceWords } from './place-words.ts';

/** A word that may name a street or a residence; `beside` are its neighbours that may too. */
export type NameWord = { readonly text: string; readonly at: number };

/** What a text says about a place, before any place is looked at. */
export type PlaceRequest = {
  readonly names: readonly NameWord[];
  /** Numbers that nothing announces: one may be the house number. */
  readonly numbers: readonly string[];
  /** The number that stands where a house number stands. */
  readonly houseNumber?: string;
  /** Names that were announced: "bâtiment B", "escalier 2", "porte 14". */
  readonly announced: Readonly<Partial<Record<InnerKind, string>>>;
  /** Kinds of place that were spoken of at all. */
  readonly kinds: ReadonlySet<InnerKind>;
  /** Single letters that nothing announces, as in "Tilleuls B". */
  readonly letters: readonly string[];
  readonly postcode?: string;
  readonly floor?: number;
  readonly side?: string;
};

/** Reads a text as an address. */
export const readPlaceRequest = (text: string, words: PlaceWords): PlaceRequest => {
  const draft: Draft = { names: [], numbers: [], letters: [], announced: {}, kinds: new Set() };
  const tokens = tokensOf(text, words);
  for (let at = 0; at < tokens.length; ) at += take({ tokens, at, words, draft });
  return draft;
};

type Draft = {
  names: NameWord[];
  numbers: string[];
  letters: string[];
  announced: Partial<Record<InnerKind, string>>;
  kinds: Set<InnerKind>;
  houseNumber?: string;
  postcode?: string;
  floor?: number;
  side?: string;
};

type Step = {
  readonly tokens: readonly PlaceToken[];
  readonly at: number;
  readonly words: PlaceWords;
  readonly draft: Draft;
};

/** Takes what stands at `at` and says how many tokens that was. */
const take = (step: Step): number =>
  takeFloor(step) || takeAnnounced(step) || takeNumber(step) || takeWord(step);

const wordAt = ({ tokens, at }: Step, ahead = 0): string => tokens[at + ahead]?.text ?? '';

const ORDINAL = /^(\d{1,2})(?:e|er|ere|em|eme|iem|ieme|nd|nde|de|th|st|rd)s?$/;

/** "3e", "3eme étage", "étage 3", "au troisième", "rez-de-chaussée". */
const takeFloor = (step: Step): number => {
  const { words, draft } = step;
  const word = wordAt(step);
  if (words.ground.has(word)) {
    draft.floor = 0;
    return 1 + [1, 2].filter((n) => /^(de|chaussee|floor|etage)$/.test(wordAt(step, n))).length;
  }
  const number = numberOf(word, words);
  const followed = wordAt(step, 1) === FLOOR_WORD;
  if (word === FLOOR_WORD && /^\d{1,2}$/.test(wordAt(step, 1))) {
    draft.floor = Number(wordAt(step, 1));
    return 2;
  }
  const ordinal = ORDINAL.exec(word)?.[1] ?? (words.numberWords.has(word) ? number : undefined);
  if (number !== undefined && followed) draft.floor = Number(number);
  else if (ordinal !== undefined && word.length > 1 && isOrdinal(word))
    draft.floor = Number(ordinal);
  else return 0;
  return followed ? 2 : 1;
};

const isOrdinal = (word: string): boolean => ORDINAL.test(word) || /(i[eè]me|premier)$/.test(word);

const numberOf = (word: string, words: PlaceWords): string | undefined =>
  ORDINAL.exec(word)?.[1] ?? (/^\d{1,2}$/.test(word) ? word : words.numberWords.get(word));

/** "bâtiment B", "escalier n° 2", "porte 14"; an announcing word alone still tells the kind. */
const takeAnnounced = (step: Step): number => {
  const { words, draft } = step;
  const kind = KINDS.find((one) => words.kinds[one].includes(wordAt(step)));
  if (kind === undefined) return 0;
  draft.kinds.add(kind);
  const skipped = /^(n|no|num|numero|number)$/.test(wordAt(step, 1)) ? 2 : 1;
  const name = wordAt(step, skipped);
  const meant = words.numberWords.get(name) ?? name;
  if (!/^(\d{1,4}[a-z]?|[a-z]|[a-z]\d{1,3})$/.test(meant) || isTheWordA(step, skipped)) return 1;
  draft.announced[kind] ??= meant;
  if (kind === 'dwelling') draft.letters.push(...lettersOf(meant));
  return skipped + 1;
};

const KINDS: readonly InnerKind[] = ['building', 'staircase', 'dwelling', 'lift', 'boiler_house'];

/** "bâtiment à gauche" is no building A. */
const isTheWordA = (step: Step, ahead: number): boolean =>
  wordAt(step, ahead) === 'a' &&
  (step.words.sides.has(wordAt(step, ahead + 1)) || wordAt(step, ahead + 1) === 'cote');

const takeNumber = (step: Step): number => {
  const { draft, words } = step;
  const word = wordAt(step);
  if (!/^\d/.test(word)) return 0;
  if (/^\d{5}$/.test(word)) draft.postcode = word;
  if (word.length > LONGEST_NUMBER) return 1;
  const suffixed = /^\d+$/.test(word) && SUFFIXES.test(wordAt(step, 1));
  const number = suffixed ? `${word}${wordAt(step, 1)}` : word;
  const next = wordAt(step, suffixed ? 2 : 1);
  draft.numbers.push(number);
  draft.names.push({ text: word, at: step.at });
  if (words.streets.has(next) || next === RESIDENCE_WORD || ANNOUNCES_NUMBER.test(wordAt(step, -1)))
    draft.houseNumber ??= number;
  draft.letters.push(...lettersOf(number));
  return suffixed ? 2 : 1;
};

/** "12B" may be a house number, or number 12 and building B. */
const lettersOf = (mark: string): readonly string[] =>
  /^(?:\d+([a-z])|([a-z])\d+)$/
    .exec(mark)
    ?.slice(1)
    .filter((letter) => letter !== undefined) ?? [];

/** "8 résidence Voltaire" begins with a house number too. */
const RESIDENCE_WORD = 'residence';
const ANNOUNCES_NUMBER = /^(n|no|num|numero|number|au)$/;
const LONGEST_NUMBER = 5;
const SUFFIXES = /^(bis|ter|quater)$/;

const takeWord = (step: Step): number => {
  const { draft, tokens, at, words } = step;
  const word = wordAt(step);
  if (words.sides.has(word)) draft.side = word;
  else if (word.length === 1) {
    if (tokens[at]?.capital === true || at === tokens.length - 1) draft.letters.push(word);
  } else if (!words.fillers.has(word) && !words.streets.has(word)) {
    draft.names.push({ text: word, at });
  }
  return 1;
};
