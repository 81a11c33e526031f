import { BotError } from '../bot/index.ts';

/** The longest id, name or address that is kept, characters. */
const LONGEST_KEY = 512;

/** The largest document, characters of JSON. */
const LARGEST_DOCUMENT = 4_000_000;

/** The largest photo, bytes. */
const LARGEST_PHOTO = 20_000_000;

/** The most rows one question gives back. */
const MOST_ROWS = 1_000;

/** Half characters and control characters would be altered on the way to the disk, and two ids become one. */
const UNSAFE = /[\p{Surrogate}\p{Control}]/u;

/** A text that identifies something, as it is kept. */
export const asKey = (text: string): string => {
  if (text === '' || text.length > LONGEST_KEY || UNSAFE.test(text)) {
    throw new BotError(
      `An id of ${text.length} characters was refused: 1 to ${LONGEST_KEY} are kept, without control characters.`,
      'store-refused',
    );
  }
  return text;
};

/** A document as it is kept. */
export const asDocument = (id: string, value: object): string => {
  const text = JSON.stringify(value);
  if (text.length <= LARGEST_DOCUMENT) return text;
  throw new BotError(
    `Document ${id} has ${text.length} characters: at most ${LARGEST_DOCUMENT} are kept.`,
    'store-refused',
  );
};

/** A document as it was kept; what this program wrote is what the caller says it is. */
export const fromDocument = <Document>(text: string): Document => JSON.parse(text);

/** The bytes of a photo, when they are not too many. */
export const asPhotoBytes = (id: string, bytes: Uint8Array): Uint8Array => {
  if (bytes.byteLength <= LARGEST_PHOTO) return bytes;
  throw new BotError(
    `Photo ${id} has ${bytes.byteLength} bytes: at most ${LARGEST_PHOTO} are kept.`,
    'store-refused',
  );
};

/** A number of rows that can be asked for at once. */
export const asLimit = (limit: number): number =>
  Math.max(0, Math.min(MOST_ROWS, Math.floor(limit)));
