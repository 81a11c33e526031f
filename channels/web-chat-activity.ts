import { z } from 'zod';
import { MAX_TEXT } from '../bot/index.ts';
import { type Refusal, refused } from './web-chat-errors.ts';

/** What an activity from a client means to us. */
export type HeardActivity =
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly choice?: string;
      readonly clientId?: string;
      readonly locale?: string;
    }
  /** Signs of life that ask for no answer. */
  | { readonly kind: 'passed' };

const LONGEST_CLIENT_ID = 200;
const LONGEST_CHOICE = 500;

const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[\w-]{1,30})?$/i)
  .nullish()
  .catch(undefined);

const activity = z.object({
  type: z.string(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  from: z.object({ role: z.string().nullish() }).nullish(),
  channelData: z
    .object({ clientActivityID: z.string().min(1).max(LONGEST_CLIENT_ID).nullish() })
    .nullish(),
});

/** The locale an activity is written in, as far as it tells one. */
export const localeIn = (body: unknown): string | undefined =>
  z.object({ locale }).safeParse(body).data?.locale ?? undefined;

/** Reads an activity; `photos` came with it. Nothing of it is believed but what the tenant says. */
export const hearActivity = (body: unknown, photos: number): HeardActivity | Refusal => {
  if (!isHarmless(body)) return refused('BadRequest');
  const parsed = activity.safeParse(body);
  if (!parsed.success || parsed.data.from?.role === 'bot') return refused('BadRequest');
  switch (parsed.data.type) {
    case 'message':
      return said(parsed.data, localeIn(body), photos);
    case 'typing':
    case 'event':
      return { kind: 'passed' };
    default:
      return refused('UnknownType');
  }
};

const said = (
  { text, value, channelData }: z.infer<typeof activity>,
  spoken: string | undefined,
  photos: number,
): HeardActivity | Refusal => {
  const words = clean(text ?? '');
  const choice = choiceIn(value);
  const clientId = channelData?.clientActivityID ?? undefined;
  if (words.length > MAX_TEXT) return refused('TextTooLong');
  if (words === '' && choice === undefined && photos === 0) return refused('Empty');
  return {
    kind: 'said',
    text: words,
    ...(choice === undefined ? {} : { choice }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(spoken === undefined ? {} : { locale: spoken }),
  };
};

const pressed = z.string().min(1).max(LONGEST_CHOICE);
const choiceIn = (value: unknown): string | undefined =>
  z
    .union([pressed, z.object({ choice: pressed }).transform(({ choice }) => choice)])
    .safeParse(value).data;

/** Line breaks and tabs stay; other control characters and halves of characters are no text. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Control}/gu, '')
    .trim();

const DEEPEST = 32;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** Nothing an attacker could plant in an object, and no nesting that somebody would choke on. */
const isHarmless = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  return Object.entries(value).every(
    ([key, inner]) => !POISON.has(key) && isHarmless(inner, depth + 1),
  );
};
