import { z } from 'zod';
import { BotError, type Conversation, type Instant } from '../bot/index.ts';

/** One e-mail to those who are called when nobody is at the desk. */
export type Mail = { readonly subject: string; readonly text: string };

const BOTH = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const WORDS = z.strictObject({ subject: BOTH, text: BOTH });

/** The words of that e-mail: `{minutes}` and `{link}` are filled in. */
export type AlarmMailWords = z.infer<typeof WORDS>;

/** Reads `alarm-mail.json`; throws BotError 'bad-content' naming what is wrong. */
export const parseAlarmMailWords = (json: unknown): AlarmMailWords => {
  const parsed = WORDS.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BotError(`alarm-mail.json: ${z.prettifyError(parsed.error)}`, 'bad-content');
};

const MINUTE = 60_000;

/** The e-mail about a danger nobody attends to, French first: how long it waits and where; nothing of the tenant. */
export const alarmMail = (
  words: AlarmMailWords,
  { id, alarm }: Conversation,
  { now, desk }: { readonly now: Instant; readonly desk: string },
): Mail => {
  const minutes = Math.floor((now - (alarm?.since ?? now)) / MINUTE);
  const values = { minutes: String(minutes), link: `${desk}#c=${encodeURIComponent(id)}` };
  const filled = (text: string): string =>
    text.replace(/\{(minutes|link)\}/g, (_, key: 'minutes' | 'link') => values[key]);
  return {
    subject: filled(words.subject.fr),
    text: [words.text.fr, words.text.en].map(filled).join('\n\n'),
  };
};
