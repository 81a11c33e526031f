import { BotError, type Translated } from '../bot/index.ts';
import { createJsonReader } from './json-reader.ts';

const FAULT_KINDS = [
  'no_rows',
  'missing_column',
  'empty',
  'too_long',
  'bad_id',
  'duplicate_id',
  'unknown_kind',
  'unknown_parent',
  'needless_parent',
  'wrong_parent',
  'cycle',
  'no_address',
  'bad_postcode',
  'bad_floor',
  'unknown_heating',
  'unknown_dwelling',
  'bad_phone',
  'bad_lease',
  'bad_birth_date',
] as const;

/** What can be wrong with a line of an import. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What the importer says of each fault, and of its cure. */
export type ImportWords = ReadonlyMap<FaultKind, Translated>;

/** The words from their file; throws one BotError that names every fault. */
export const parseImportWords = (json: unknown): ImportWords => {
  const reader = createJsonReader();
  const file = reader.record(json, 'import', ['version', 'faults']);
  const faults = reader.record(file['faults'], 'faults', FAULT_KINDS);
  const words = FAULT_KINDS.map((kind) => {
    const word = reader.record(faults[kind], kind, ['fr', 'en']);
    const fr = reader.text(word['fr'], `${kind}.fr`);
    return [kind, { fr, en: reader.text(word['en'], `${kind}.en`) }] as const;
  });
  if (reader.faults.length === 0) return new Map(words);
  const lines = reader.faults.join('\n');
  throw new BotError(
    `The words of the import have faults, mend each line:\n${lines}`,
    'bad-content',
  );
};
