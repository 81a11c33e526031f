import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type {
  Catalogue,
  Estate,
  HalfDays,
  Log,
  Mask,
  Notice,
  PlaceMatch,
  Qualify,
  Talk,
  Understand,
} from '../../bot/index.ts';
import {
  type Content,
  createMask,
  createNotice,
  createTalk,
  parseContent,
} from '../../dialogs/index.ts';
import { createLeaseBook, createSeals, type LeaseBook, sealEstate } from '../../identity/index.ts';
import {
  checkEstate,
  createCalendar,
  createHalfDays,
  createPlaceFinder,
  createQualify,
  parseCatalogue,
  parseImportWords,
  parsePlaceWords,
} from '../../incidents/index.ts';
import { loadUnderstanding } from '../../load-understanding.ts';
import { createUnderstand } from '../../nlp/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'dialogs', 'content');

/** The content files that ship with Loge, by name. */
export const contentFiles = (): ReadonlyMap<string, string> =>
  new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));

const json = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

/** How long the first start may take to learn the examples on a busy machine, ms. */
export const LEARNING = 400_000;

/** A form older than this is not continued without asking. */
export const DAY = 24 * 3_600_000;

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The parts a conversation needs, as they ship: words, catalogue, calendar, places, understanding. */
export type Loge = {
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly qualify: Qualify;
  readonly halfDays: HalfDays;
  readonly talk: Talk;
  readonly findPlaces: (text: string) => readonly PlaceMatch[];
  readonly understand: Understand;
  readonly mask: Mask;
  readonly leases: LeaseBook;
  readonly notice: Notice;
  readonly tenants: Estate['tenants'];
};

/** Puts the shipped parts together, with the demonstration landlord. */
export const shippedLoge = async (): Promise<Loge> =>
  logeWith(createUnderstand(await loadUnderstanding(ROOT, silent)));

/** The shipped parts with another understanding, and other content when it is given. */
export const logeWith = (understand: Understand, content = parseContent(contentFiles())): Loge => {
  const catalogue = parseCatalogue(json('catalogue.json'));
  const calendar = createCalendar();
  const qualify = createQualify({ catalogue, calendar });
  const halfDays = createHalfDays(calendar);
  const estate = demoEstate();
  return {
    content,
    catalogue,
    qualify,
    halfDays,
    talk: createTalk({ content, catalogue, qualify, halfDays, staleAfter: DAY }),
    findPlaces: createPlaceFinder(estate, parsePlaceWords(json('places.json'))),
    understand,
    mask: createMask(content),
    leases: createLeaseBook(estate.tenants, SEALS),
    notice: createNotice(content),
    tenants: estate.tenants,
  };
};

/** The hashes of the tests. */
export const SEALS = createSeals('the key of a landlord in the tests, long enough');

const demoEstate = (): Estate => {
  const rows = (name: string): readonly Readonly<Record<string, string>>[] =>
    parse(readFileSync(join(ROOT, 'demo', `${name}.csv`)), { columns: true });
  const checked = checkEstate(
    { places: rows('places'), tenants: rows('tenants') },
    parseImportWords(json('import.json')),
  );
  if (checked.kind === 'faults') throw new Error(JSON.stringify(checked.faults));
  return sealEstate(checked.estate, SEALS);
};
