import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, HalfDays, Qualify } from './bot/index.ts';
import {
  type PhotoPageWords,
  parsePhotoPageWords,
  parseServicesWords,
  parseTrackingWords,
  parseWebErrorWords,
  type ServicesWords,
  type TrackingWords,
  type WebErrorWords,
} from './channels/index.ts';
import type { Config } from './config.ts';
import { type Content, parseContent } from './dialogs/index.ts';
import { type AlarmMailWords, parseAlarmMailWords } from './handoff/index.ts';
import {
  createCalendar,
  createHalfDays,
  createQualify,
  type PlaceWords,
  parseCatalogue,
  parsePlaceWords,
} from './incidents/index.ts';

/** Everything in `dialogs/content`, checked: what is said, and the tables that decide. */
export type Words = {
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly qualify: Qualify;
  readonly halfDays: HalfDays;
  readonly places: PlaceWords;
  readonly services: ServicesWords;
  readonly tracking: TrackingWords;
  readonly webErrors: WebErrorWords;
  readonly photoPage: PhotoPageWords;
  readonly alarmMail: AlarmMailWords;
};

/** Files of `dialogs/content` that other parts than the dialogs read. */
const OTHERS = [
  'alarm-mail.json',
  'places.json',
  'import.json',
  'photo-page.json',
  'tracking.json',
  'services-page.json',
  'web-errors.json',
];

/** Reads `dialogs/content` once; throws BotError 'bad-content' naming every fault. */
export const readWords = (root: string, holidays: Config['HOLIDAYS']): Words => {
  const folder = join(root, 'dialogs/content');
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const json = (name: string): unknown => JSON.parse(text(name));
  const names = readdirSync(folder).filter((name) => !OTHERS.includes(name));
  const catalogue = parseCatalogue(json('catalogue.json'));
  const calendar = createCalendar({ holidays });
  return {
    content: parseContent(new Map(names.map((name) => [name, text(name)]))),
    catalogue,
    qualify: createQualify({ catalogue, calendar }),
    halfDays: createHalfDays(calendar),
    places: parsePlaceWords(json('places.json')),
    services: parseServicesWords(json('services-page.json')),
    tracking: parseTrackingWords(json('tracking.json')),
    webErrors: parseWebErrorWords(json('web-errors.json')),
    photoPage: parsePhotoPageWords(json('photo-page.json')),
    alarmMail: parseAlarmMailWords(json('alarm-mail.json')),
  };
};
