import { z } from 'zod';
import { BotError, type Instant, type Language } from '../bot/index.ts';

const translated = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const PAGE_KEYS = [
  'brand',
  'title_form',
  'title_incident',
  'title_unknown',
  'title_busy',
  'title_down',
  'skip',
  'languages',
  'home',
  'form_intro',
  'form_label',
  'form_hint',
  'form_button',
  'form_bad_code',
  'form_no_code',
  'unknown_text',
  'unknown_retry',
  'busy_text',
  'down_text',
  'discreet',
  'status_received',
  'status_label',
  'promise_label',
  'promise_late',
  'opened_label',
  'code_label',
  'timeline_title',
  'event_opened',
  'event_corrected',
  'event_photo',
  'event_reminder',
  'event_appointment',
  'by_tenant',
  'by_bot',
  'by_agent',
  'next_step',
  'keep_code',
  'proof_title',
  'proof_intro',
  'proof_label',
  'proof_button',
  'proof_wrong',
  'details_title',
  'details_place',
  'details_phone',
  'details_photos',
  'photo_alt',
  'other',
  'danger',
  'date_hours',
  'date_moment',
  'verify_title',
  'verify_intro',
  'verify_warning',
  'verify_button',
  'verify_done',
  'verify_void',
  'verify_busy',
] as const;

const file = z.strictObject({
  version: z.literal(1),
  page: z.record(z.enum(PAGE_KEYS), translated),
  slots: z.record(z.string(), translated),
  values: z.record(z.string(), translated),
});

/** One sentence of the timeline page. */
export type PageKey = (typeof PAGE_KEYS)[number];

/** All wording of the timeline page. */
export type TrackingWords = z.infer<typeof file>;

/** The words from their file; throws one BotError that names every fault. */
export const parseTrackingWords = (json: unknown): TrackingWords => {
  const parsed = file.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new BotError(
    `The words of the timeline page have faults, mend each line:\n${faults.join('\n')}`,
    'bad-content',
  );
};

/** Words in one language, with dates as people say them. */
export type Wording = {
  readonly language: Language;
  readonly say: (key: PageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** "jeudi 26 novembre avant 18 h". */
  readonly before: (at: Instant) => string;
  /** "mardi 24 novembre à 9 h 05". */
  readonly moment: (at: Instant) => string;
  /** What a fact is called; undefined when it is not shown to tenants. */
  readonly slot: (id: string) => string | undefined;
  readonly value: (slot: { readonly value: string; readonly said: string }) => string;
  /** "06 12 34 56 78", or as it was given. */
  readonly phone: (number: string) => string;
};

/** The wording of one language. */
export const wordingIn = (words: TrackingWords, language: Language): Wording => {
  const say: Wording['say'] = (key, values = {}) =>
    words.page[key][language].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  const dated = (key: PageKey, at: Instant): string =>
    say(key, { day: dayIn(language, at), time: timeIn(language, at) });
  return {
    language,
    say,
    before: (at) => dated('date_hours', at),
    moment: (at) => dated('date_moment', at),
    slot: (id) => words.slots[id]?.[language],
    value: ({ value, said }) => words.values[value]?.[language] ?? said,
    phone: (number) => number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, FRENCH_PHONE),
  };
};

const FRENCH_PHONE = '0$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5';
const ZONE = 'Europe/Paris';
const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const dayIn = (language: Language, at: Instant): string => {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return format
    .format(at)
    .replace(',', '')
    .replace(/\b1 (?=[a-zéû]+$)/, language === 'fr' ? '1er ' : '1 ');
};

const timeIn = (language: Language, at: Instant): string => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = format.format(at).split(':').map(Number);
  const minutes = String(minute).padStart(2, '0');
  if (language === 'fr') return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}`;
  return `${shown}${minute === 0 ? '' : `:${minutes}`}\u00a0${hour < 12 ? 'am' : 'pm'}`;
};
