import type { Sensitive, SensitiveWords } from './content.ts';
import type { ContentReader, Row } from './content-reader.ts';

/** Reads what must not be kept of what tenants write, and what stands in its place. */
export const readSensitive = (reader: ContentReader): Sensitive => {
  const rows = new Map(reader.rows('sensitive.json').map(({ row }) => [row['id'], row]));
  const row = (id: string): Row => rows.get(id) ?? {};
  const label = (id: string): string => reader.text(row(id)['mask'], `sensitive.json "${id}".mask`);
  return {
    labels: { iban: label('iban'), card: label('card'), social: label('social') },
    words: KINDS.map((id) => readWords(reader, row(id), `sensitive.json "${id}"`)),
    proofs: {
      birth: label('birth'),
      birthWords: sayingsIn(reader, row('birth')['words'], 'sensitive.json "birth".words'),
      code: label('code'),
    },
    yesNoOnly: reader.texts(row('yes_no_only')['slots'], 'sensitive.json "yes_no_only".slots'),
  };
};

const KINDS = ['health', 'offence'];

const readWords = (reader: ContentReader, row: Row, at: string): SensitiveWords => ({
  mask: reader.text(row['mask'], `${at}.mask`),
  words: sayingsIn(reader, row['words'], `${at}.words`),
  except: sayingsIn(reader, row['except'], `${at}.except`),
});

/** Small letters without accents, with a star where a word may go on. */
const sayingsIn = (reader: ContentReader, value: unknown, at: string): readonly string[] => {
  const sayings = reader.texts(value, at);
  for (const saying of sayings.filter((one) => !/^[a-z]+\*?(?: [a-z]+\*?)*$/.test(one))) {
    reader.note(at, `"${saying}" must be small letters without accents`);
  }
  return sayings;
};
