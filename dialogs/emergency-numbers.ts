import type { Translated } from '../bot/index.ts';
import { checkOnce } from './check-wording.ts';
import type { ContentReader } from './content-reader.ts';

/** A number a tenant may be told to call: what for, in which country, and who says so since when. */
export type EmergencyNumber = Translated & {
  readonly id: string;
  readonly number: string;
  /** It takes texts, no calls. */
  readonly sms?: true;
  /** Beginnings of words by which people ask for it. */
  readonly words: readonly string[];
  readonly country: string;
  readonly source: string;
  /** The month in which somebody last looked at the source. */
  readonly checked: string;
};

/** Reads the table of emergency numbers. */
export const readEmergencyNumbers = (reader: ContentReader): readonly EmergencyNumber[] => {
  const rows = reader.rows('emergency-numbers.json');
  const numbers = rows.map(({ row, at }) => ({
    ...reader.translated(row, at),
    id: reader.text(row['id'], `${at}.id`),
    number: reader.text(row['number'], `${at}.number`),
    ...(row['sms'] === true ? { sms: true as const } : {}),
    words: reader.texts(row['words'], `${at}.words`),
    country: reader.text(row['country'], `${at}.country`),
    source: reader.text(row['source'], `${at}.source`),
    checked: monthOf(reader, row['checked'], `${at}.checked`),
  }));
  checkOnce(
    reader,
    numbers.map(({ number }) => ({ key: number, at: `emergency-numbers.json "${number}"` })),
  );
  return numbers;
};

/** A month, as 2026-11. */
export const monthOf = (reader: ContentReader, value: unknown, at: string): string => {
  const month = reader.text(value, at);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) reader.note(at, 'must be a month: 2026-11');
  return month;
};

/** Notes every number in the content that is not in the table. */
export const checkNumbers = (
  reader: ContentReader,
  files: ReadonlyMap<string, string>,
  numbers: readonly EmergencyNumber[],
): void => {
  const known = numbers.map(({ number }) => bare(number));
  for (const [file, text] of files) {
    if (file === 'emergency-numbers.json') continue;
    for (const found of phoneNumbersIn(text)) {
      if (!known.includes(bare(found))) {
        reader.note(file, `"${found}" is not in emergency-numbers.json`);
      }
    }
  }
};

/** French numbers of ten digits, national or with +33, and one that wants its last digits added. */
const LONG = /(?<![\d.])(?:\+33|0)[ .\u00a0\u202f]?\d(?:[ .\u00a0\u202f]?\d{2,3}){3,4}(?!\d)/g;

/** Short numbers that are called: 15, 17, 18, 112 to 119, 196, 116 000, 3114, 39 19. */
const SHORT =
  /(?<![\d/\u00a0,.-])(?:116[ .]?\d{3}|1[578]|11[2-9]|19[16]|3[0-69][ .\u00a0]?\d\d)(?![\d%°]|[ \u00a0]?(?:h\b|°|€|euros|ans\b|jours|m²|rue)|[,.]\d|-\d)/g;

/** Numbers that ARCEP keeps free for examples and fiction. */
const EXAMPLE = /^(?:0199|02619|03531|04657|05364|063998)/;

/** The phone numbers in a text, but for those that belong to nobody. */
export const phoneNumbersIn = (written: string): readonly string[] => {
  const text = written.replaceAll(LINK, ' ');
  return [...text.matchAll(LONG), ...text.replaceAll(LONG, ' ').matchAll(SHORT)]
    .map(([found]) => found)
    .filter((found) => !EXAMPLE.test(bare(found)));
};

/** The figures in the address of a page are no number to call. */
const LINK = /https?:\/\/[^\s"<>]+/g;

const bare = (number: string): string => number.replace(/\D/g, '').replace(/^33/, '0');
