import type { Log, Mask, PlaceMatch, Talk, Tenant, Understand } from '../../bot/index.ts';
import { type Content, createMask, createTalk } from '../../dialogs/index.ts';
import { demonstrationEstate } from '../../estate-files.ts';
import { createSeals } from '../../identity/index.ts';
import { createPlaceFinder } from '../../incidents/index.ts';
import { loadUnderstanding } from '../../load-understanding.ts';
import { createUnderstand } from '../../nlp/index.ts';
import { readWords, type Words } from '../../read-words.ts';

/** How long the first start may take to learn the examples on a busy machine, ms. */
export const LEARNING = 400_000;

/** The key of the landlord in these tests. */
export const SEALS = createSeals('the key of a landlord in the tests, long enough');

const ROOT = `${process.cwd()}/`;
const DAY = 24 * 3_600_000;

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What the bot says and understands as it ships, with the demonstration landlord. */
export type Shipped = {
  readonly words: Words;
  readonly content: Content;
  readonly talk: Talk;
  readonly understand: Understand;
  readonly findPlaces: (text: string) => readonly PlaceMatch[];
  readonly tenants: readonly Tenant[];
  readonly mask: Mask;
};

/** Puts the shipped parts together. */
export const shippedParts = async (): Promise<Shipped> => {
  const words = readWords(ROOT, 'france');
  const estate = demonstrationEstate(ROOT, SEALS);
  return {
    words,
    content: words.content,
    talk: createTalk({ ...words, staleAfter: DAY }),
    understand: createUnderstand(await loadUnderstanding(ROOT, silent)),
    findPlaces: createPlaceFinder(estate, words.places),
    tenants: estate.tenants,
    mask: createMask(words.content),
  };
};
