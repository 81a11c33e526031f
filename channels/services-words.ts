import { z } from 'zod';
import { BotError, type Language } from '../bot/index.ts';

const translated = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const KEYS = [
  'brand',
  'title',
  'lead',
  'skip',
  'languages',
  'home',
  'danger_title',
  'danger_call',
  'danger_text',
  'person_title',
  'person_text',
  'write',
  'follow',
  'search_label',
  'search_hint',
  'search_button',
  'search_one',
  'search_many',
  'search_none',
  'search_all',
  'jump',
  'domain_technical_dwelling',
  'domain_technical_common',
  'domain_neighbourhood',
  'domain_admin',
  'domain_service',
  'domain_emergency',
  'acts',
  'pays',
  'depends',
  'delay',
  'delay_line',
  'delay_urgent',
  'proof',
  'rule',
  'no_rule',
  'usual',
  'delays_note',
] as const;

const file = z.strictObject({ version: z.literal(1), page: z.record(z.enum(KEYS), translated) });

/** One sentence around the catalogue on the page of services. */
export type ServicesKey = (typeof KEYS)[number];

/** All wording around the catalogue. */
export type ServicesWords = z.infer<typeof file>;

/** The words from their file; throws one BotError that names every fault. */
export const parseServicesWords = (json: unknown): ServicesWords => {
  const parsed = file.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new BotError(
    `The words of the page of services have faults, mend each line:\n${faults.join('\n')}`,
    'bad-content',
  );
};

/** Words in one language. */
export type ServicesSay = (
  key: ServicesKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The wording of one language. */
export const sayServices =
  (words: ServicesWords, language: Language): ServicesSay =>
  (key, values = {}) =>
    words.page[key][language].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
