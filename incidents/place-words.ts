import { BotError, type PlaceKind } from '../bot/index.ts';
import { createJsonReader, type JsonReader, type JsonRecord } from './json-reader.ts';

/** Kinds of place that stand inside a residence. */
export type InnerKind = Exclude<PlaceKind, 'residence'>;

/** How people write addresses: data, so that a landlord can add what his tenants write. */
export type PlaceWords = {
  /** The word said back before a bare letter or number: "bâtiment" B. */
  readonly labels: Readonly<Record<InnerKind, string>>;
  /** Words that announce a place of a kind, without accents. */
  readonly kinds: Readonly<Record<InnerKind, readonly string[]>>;
  /** What stands for a word, by its short or misspelt form. */
  readonly expansions: ReadonlyMap<string, string>;
  readonly streets: ReadonlySet<string>;
  /** Words that never name a place. */
  readonly fillers: ReadonlySet<string>;
  /** Words that name many places, and so say little. */
  readonly weak: ReadonlySet<string>;
  readonly ground: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly numberWords: ReadonlyMap<string, string>;
};

const KEYS = [
  'version',
  'labels',
  'kinds',
  'abbreviations',
  'streets',
  'fillers',
  'weak',
  'ground',
  'sides',
  'numberWords',
] as const;

/** The words from their file; throws one BotError that names every fault. */
export const parsePlaceWords = (json: unknown): PlaceWords => {
  const reader = createJsonReader();
  const file = reader.record(json, 'places', KEYS);
  const set = (key: string): ReadonlySet<string> => new Set(reader.texts(file[key], key));
  const words: PlaceWords = {
    labels: innerKinds(reader, file['labels'], 'labels', reader.text),
    kinds: innerKinds(reader, file['kinds'], 'kinds', reader.texts),
    expansions: new Map(readExpansions(reader, file['abbreviations'])),
    streets: set('streets'),
    fillers: set('fillers'),
    weak: set('weak'),
    ground: set('ground'),
    sides: set('sides'),
    numberWords: new Map(readNumberWords(reader, file['numberWords'])),
  };
  if (reader.faults.length === 0) return words;
  const faults = reader.faults.join('\n');
  throw new BotError(`The words of places have faults, mend each line:\n${faults}`, 'bad-content');
};

const INNER: readonly InnerKind[] = ['building', 'staircase', 'dwelling', 'lift', 'boiler_house'];

const innerKinds = <T>(
  reader: JsonReader,
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => T,
): Readonly<Record<InnerKind, T>> => {
  const record = reader.record(value, path, INNER);
  const of = (kind: InnerKind): T => read(record[kind], `${path}.${kind}`);
  return {
    building: of('building'),
    staircase: of('staircase'),
    dwelling: of('dwelling'),
    lift: of('lift'),
    boiler_house: of('boiler_house'),
  };
};

/** In the file a word lists its short forms; here each short form leads to the word. */
const readExpansions = (reader: JsonReader, value: unknown): readonly [string, string][] =>
  Object.entries(openRecord(reader, value, 'abbreviations')).flatMap(([word, forms]) =>
    reader.texts(forms, `abbreviations.${word}`).map((form): [string, string] => [form, word]),
  );

const readNumberWords = (reader: JsonReader, value: unknown): readonly [string, string][] =>
  Object.entries(openRecord(reader, value, 'numberWords')).map(([word, number]) => [
    word,
    reader.text(number, `numberWords.${word}`),
  ]);

const openRecord = (reader: JsonReader, value: unknown, path: string): JsonRecord =>
  reader.record(value, path, typeof value === 'object' && value !== null ? Object.keys(value) : []);
