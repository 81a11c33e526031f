import { PAYERS, type Payer, type Translated } from '../bot/index.ts';
import { checkOnce, checkWording } from './check-wording.ts';
import type { Content, LegalRule, Service } from './content.ts';
import type { ContentReader, Row } from './content-reader.ts';
import { monthOf } from './emergency-numbers.ts';

/** Reads what the landlord does about each kind of request, by intent. */
export const readServices = (reader: ContentReader): Content['services'] => {
  const read = reader.rows('services.json').map(({ row, at }) => ({
    key: reader.text(row['id'], `${at}.id`),
    at,
    service: readOne(reader, row, at),
  }));
  checkOnce(reader, read);
  return new Map(read.map(({ key, service }) => [key, service]));
};

const readOne = (reader: ContentReader, row: Row, at: string): Service => {
  const part = (name: string): Translated => wordingOf(reader, row[name], `${at}.${name}`);
  noOthers(reader, row, { at, known: PARTS });
  return {
    id: reader.text(row['id'], `${at}.id`),
    payer: payerOf(reader, row['payer'], `${at}.payer`),
    acts: part('acts'),
    pays: part('pays'),
    depends: part('depends'),
    proof: part('proof'),
    rules: reader.texts(row['rules'], `${at}.rules`),
  };
};

const PARTS = ['id', 'payer', 'acts', 'pays', 'depends', 'proof', 'rules'];

const payerOf = (reader: ContentReader, value: unknown, at: string): Payer => {
  const found = PAYERS.find((payer) => payer === value);
  if (found === undefined) reader.note(at, `must be one of ${PAYERS.join(', ')}`);
  return found ?? 'depends';
};

const wordingOf = (reader: ContentReader, value: unknown, at: string): Translated => {
  const wording = reader.translated(value, at);
  checkWording(reader, wording, { at });
  for (const text of [wording.fr, wording.en].filter((one) => DELAY.test(one))) {
    reader.note(at, `gives a delay: "${text}". Delays stand in catalogue.json only`);
  }
  return wording;
};

/** A delay in figures; the only ones that are promised come from the catalogue. */
const DELAY = /\d[\s\u00a0]?(?:h\b|heures?|jours?|semaines?|hours?|days?|weeks?|working)/iu;

/** Reads the laws and decrees that services rest on, by id. */
export const readLegalRules = (reader: ContentReader): Content['legalRules'] => {
  const read = reader.rows('legal-rules.json').map(({ row, at }) => ({
    key: reader.text(row['id'], `${at}.id`),
    at,
    rule: readRule(reader, row, at),
  }));
  checkOnce(reader, read);
  return new Map(read.map(({ key, rule }) => [key, rule]));
};

const readRule = (reader: ContentReader, row: Row, at: string): LegalRule => {
  const wording = reader.translated(row, at);
  checkWording(reader, wording, { at });
  noOthers(reader, row, { at, known: ['id', 'fr', 'en', 'source', 'checked'] });
  return {
    ...wording,
    id: reader.text(row['id'], `${at}.id`),
    source: sourceOf(reader, row['source'], `${at}.source`),
    checked: monthOf(reader, row['checked'], `${at}.checked`),
  };
};

const sourceOf = (reader: ContentReader, value: unknown, at: string): string => {
  const source = reader.text(value, at);
  if (!/^https:\/\/[\w.-]+\.gouv\.fr\/\S+$/.test(source)) {
    reader.note(at, 'must be the address of a page of the State: https://….gouv.fr/…');
  }
  return source;
};

/** A part with a slip in its name would be lost without a word. */
const noOthers = (
  reader: ContentReader,
  row: Row,
  { at, known }: { readonly at: string; readonly known: readonly string[] },
): void => {
  for (const name of Object.keys(row).filter((one) => !known.includes(one))) {
    reader.note(`${at}.${name}`, 'is no part of it');
  }
};
