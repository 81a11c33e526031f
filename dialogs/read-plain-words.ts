import type { ContentReader } from './content-reader.ts';
import { isRow, type Row } from './content-reader.ts';
import type { Jargon, PlainWords } from './plain-words.ts';

/** Reads the lists that every other text is judged by. */
export const readPlainWords = (
  reader: Pick<ContentReader, 'rows' | 'text' | 'texts' | 'note'>,
): PlainWords => {
  const rows = new Map(reader.rows(FILE).map(({ row }) => [row['id'], row]));
  const row = (id: string): Row => rows.get(id) ?? {};
  const jargon = (language: string): readonly Jargon[] =>
    readJargon(reader, row('jargon')[language], `${FILE} "jargon".${language}`);
  const blame = (language: string): readonly string[] =>
    reader.texts(row('blame')[language], `${FILE} "blame".${language}`);
  return {
    jargon: { fr: jargon('fr'), en: jargon('en') },
    blame: { fr: blame('fr'), en: blame('en') },
    spoken: reader.texts(row('spoken')['words'], `${FILE} "spoken".words`),
  };
};

const FILE = 'plain-words.json';

const readJargon = (
  reader: Pick<ContentReader, 'text' | 'note'>,
  value: unknown,
  at: string,
): readonly Jargon[] => {
  if (!Array.isArray(value)) reader.note(at, 'must be a list');
  return (Array.isArray(value) ? value : []).flatMap((row: unknown, n) =>
    isRow(row)
      ? [
          {
            word: reader.text(row['word'], `${at}[${n}].word`),
            say: reader.text(row['say'], `${at}[${n}].say`),
          },
        ]
      : [],
  );
};
