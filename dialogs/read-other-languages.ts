import { checkOnce, checkWording } from './check-wording.ts';
import type { OtherLanguage, Pictogram } from './content.ts';
import { type ContentReader, isRow } from './content-reader.ts';

/** Reads the one thing the bot says in each language that it does not write. */
export const readOtherLanguages = (reader: ContentReader): ReadonlyMap<string, OtherLanguage> => {
  const read = reader.rows('other-languages.json').map(({ row, at }) => ({
    key: reader.text(row['id'], `${at}.id`),
    at,
    language: {
      ...reader.translated(row, at),
      id: reader.text(row['id'], `${at}.id`),
      said: reader.text(row['said'], `${at}.said`),
      danger: reader.text(row['danger'], `${at}.danger`),
      words: reader.texts(row['words'], `${at}.words`),
      dangers: readDangers(reader, row['dangers'], `${at}.dangers`),
    },
  }));
  checkOnce(reader, read);
  return new Map(read.map(({ key, language }) => [key, language]));
};

const readDangers = (
  reader: ContentReader,
  value: unknown,
  at: string,
): OtherLanguage['dangers'] => {
  if (!Array.isArray(value)) reader.note(at, 'must be a list');
  return (Array.isArray(value) ? value : []).flatMap((row: unknown, n) =>
    isRow(row)
      ? [
          {
            intent: reader.text(row['intent'], `${at}[${n}].intent`),
            words: reader.texts(row['words'], `${at}[${n}].words`),
          },
        ]
      : [],
  );
};

/** Reads the buttons that are understood without reading. */
export const readPictograms = (reader: ContentReader): readonly Pictogram[] =>
  reader.rows('pictograms.json').map(({ row, at }) => {
    const title = reader.translated(row, at);
    checkWording(reader, title, { at });
    return {
      id: reader.text(row['id'], `${at}.id`),
      picture: reader.text(row['picture'], `${at}.picture`),
      ...title,
    };
  });
