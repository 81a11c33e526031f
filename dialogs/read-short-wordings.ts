import type { Translated } from '../bot/index.ts';
import { checkWording } from './check-wording.ts';
import type { ShortWording } from './content.ts';
import { type ContentReader, isRow } from './content-reader.ts';

/** Files with texts that are said to tenants. */
const FILES = [
  'talk.json',
  'slots.json',
  'safety.json',
  'dangers.json',
  'guidance.json',
  'advice.json',
  'asides.json',
];

/** A gap that the channel fills: where a photo can be sent. */
const CHANNEL_GAPS = ['photo_link'];

/** Reads every `sms` that stands beside a text. */
export const readShortWordings = (
  reader: ContentReader,
  files: ReadonlyMap<string, string>,
): readonly ShortWording[] =>
  FILES.filter((file) => files.has(file)).flatMap((file) =>
    reader.rows(file).flatMap(({ row, at }) => shortIn(reader, row, at)),
  );

const shortIn = (reader: ContentReader, value: unknown, at: string): readonly ShortWording[] => {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value).filter(([key]) => key !== 'sms');
  const own = isRow(value) && value['sms'] !== undefined ? [readOne(reader, value, at)] : [];
  return [...own, ...parts.flatMap(([key, part]) => shortIn(reader, part, `${at}.${key}`))];
};

const readOne = (
  reader: ContentReader,
  value: Readonly<Record<string, unknown>>,
  at: string,
): ShortWording => {
  const full = reader.translated(value, at);
  const short = reader.translated(value['sms'], `${at}.sms`);
  const safety = at.startsWith('safety.json');
  checkWording(reader, withoutChannelGaps(short), {
    at: `${at}.sms`,
    placeholders: gapsIn(short).filter((name) => gapsIn(full).includes(name)),
    safety,
  });
  return { full, short };
};

const gapsIn = ({ fr }: Translated): readonly string[] => [
  ...new Set([...fr.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
];

const withoutChannelGaps = ({ fr, en }: Translated): Translated => {
  const plain = (text: string): string =>
    CHANNEL_GAPS.reduce((so, gap) => so.replaceAll(`{${gap}}`, '/suivi'), text);
  return { fr: plain(fr), en: plain(en) };
};
