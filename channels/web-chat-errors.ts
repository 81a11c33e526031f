import type { Request, Response } from 'express';
import { z } from 'zod';
import { BotError, type Language, MAX_TEXT } from '../bot/index.ts';

/** Every way a web request can be refused, with its HTTP status. */
const STATUS = {
  MissingToken: 401,
  BadToken: 403,
  OriginNotAllowed: 403,
  NotFound: 404,
  BadRequest: 400,
  NotJson: 415,
  UnknownType: 400,
  Empty: 400,
  TooLarge: 413,
  TextTooLong: 413,
  NotAPhoto: 415,
  PhotoUnreadable: 422,
  PhotoTooLarge: 413,
  TooManyPhotos: 413,
  TooManyRequests: 429,
  Unavailable: 503,
  Failed: 500,
} as const;

/** What a refusal is called on the wire. */
export type WebErrorCode = keyof typeof STATUS;

/** The largest photo a tenant can send, bytes. */
export const MAX_PHOTO = 10 * 1024 * 1024;

/** The most photos in one message. */
export const MAX_PHOTOS = 5;

const VALUES: Readonly<Record<string, number>> = {
  max: MAX_TEXT,
  megabytes: MAX_PHOTO / (1024 * 1024),
  photos: MAX_PHOTOS,
};

const CODES = Object.keys(STATUS).filter((key): key is WebErrorCode => key in STATUS);
const translated = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const file = z.strictObject({
  version: z.literal(1),
  errors: z.record(z.enum(CODES), translated),
  page: z.strictObject({ title: translated, home: translated, reference: translated }),
});

/** What people read when a request is refused or fails. */
export type WebErrorWords = z.infer<typeof file>;

/** The words from their file; throws one BotError that names every fault. */
export const parseWebErrorWords = (json: unknown): WebErrorWords => {
  const parsed = file.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new BotError(
    `The words of web errors have faults, mend each line:\n${faults.join('\n')}`,
    'bad-content',
  );
};

/** A request that is refused on purpose: expected, so a value and not an exception. */
export type Refusal = { readonly kind: 'refused'; readonly code: WebErrorCode };

/** Makes a refusal. */
export const refused = (code: WebErrorCode): Refusal => ({ kind: 'refused', code });

/** The status and the sentence of a refusal. */
export const wordRefusal = (
  words: WebErrorWords,
  code: WebErrorCode,
  language: Language,
): { readonly status: number; readonly message: string } => ({
  status: STATUS[code],
  message: words.errors[code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(VALUES[name] ?? ''),
  ),
});

/** Answers with a refusal in the Direct Line form: `{error: {code, message}}`. */
export const sendRefusal = (
  response: Response,
  words: WebErrorWords,
  { code, language, retryAfter }: Answered,
): void => {
  const { status, message } = wordRefusal(words, code, language);
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response.status(status).json({ error: { code, message } });
};

type Answered = {
  readonly code: WebErrorCode;
  readonly language: Language;
  readonly retryAfter?: number;
};

/** The language of whoever asks: what the message says, else what the browser says, else French. */
export const languageOf = (request: Request, locale?: string): Language => {
  if (locale !== undefined) return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
};
