import { z } from 'zod';
import { BotError, type Language } from '../bot/index.ts';

const translated = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const KEYS = [
  'brand',
  'skip',
  'languages',
  'title_form',
  'form_intro',
  'form_label',
  'form_hint',
  'form_button',
  'form_none',
  'title_done',
  'done_text',
  'title_used',
  'used_text',
  'title_over',
  'over_text',
  'title_down',
  'down_text',
] as const;

const file = z.strictObject({ version: z.literal(1), page: z.record(z.enum(KEYS), translated) });

/** All wording of the page on which a photo is sent. */
export type PhotoPageWords = z.infer<typeof file>;

/** The words from their file; throws one BotError 'bad-content' that names every fault. */
export const parsePhotoPageWords = (json: unknown): PhotoPageWords => {
  const parsed = file.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new BotError(
    `The words of the photo page have faults, mend each line:\n${faults.join('\n')}`,
    'bad-content',
  );
};

/** The page's words in one language. */
export type PhotoWording = {
  readonly language: Language;
  readonly say: (key: (typeof KEYS)[number]) => string;
};

/** The wording of one language. */
export const photoWordingIn = (words: PhotoPageWords, language: Language): PhotoWording => ({
  language,
  say: (key) => words.page[key][language],
});
