import { checkOnce, checkWording } from './check-wording.ts';
import type { Advice, Content, Guidance } from './content.ts';
import type { ContentReader, Row } from './content-reader.ts';

/** Reads the short answers to requests, by intent. */
export const readGuidance = (reader: ContentReader): Content['guidance'] => {
  const read = reader.rows('guidance.json').map(({ row, at }) => ({
    key: reader.text(row['id'], `${at}.id`),
    at,
    guidance: readOne(reader, row, at),
  }));
  checkOnce(reader, read);
  return new Map(read.map(({ key, guidance }) => [key, guidance]));
};

const readOne = (reader: ContentReader, row: Row, at: string): Guidance => {
  const answer = reader.translated(row, at);
  const next = row['next'] === undefined ? undefined : reader.translated(row['next'], `${at}.next`);
  checkWording(reader, answer, { at });
  if (next !== undefined) checkWording(reader, next, { at: `${at}.next` });
  return {
    ...answer,
    ...(next === undefined ? {} : { next }),
    ...(row['person'] === true ? { person: true } : {}),
  };
};

/** Reads what is worth knowing when a fact has a certain value. */
export const readAdvice = (reader: ContentReader): readonly Advice[] => {
  const read = reader.rows('advice.json').map(({ row, at }) => ({ row, at }));
  checkOnce(
    reader,
    read.map(({ row, at }) => ({ key: String(row['id']), at })),
  );
  return read.map(({ row, at }) => {
    const wording = reader.translated(row, at);
    checkWording(reader, wording, { at });
    return {
      id: reader.text(row['id'], `${at}.id`),
      ...wording,
      intents: reader.texts(row['intents'], `${at}.intents`),
      slot: reader.text(row['slot'], `${at}.slot`),
      is: reader.texts(row['is'], `${at}.is`),
      ...(row['enough'] === true ? { enough: true } : {}),
      ...(row['alone'] === true ? { alone: true } : {}),
    };
  });
};
