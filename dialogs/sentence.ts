import { BotError, type Language } from '../bot/index.ts';
import type { Content } from './content.ts';
import type { SentenceKey } from './sentences.ts';

/** What goes into the gaps of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** A sentence in a language, with its gaps filled. */
export const sentence = (
  content: Content,
  language: Language,
  key: SentenceKey,
  values: Values = {},
): string => {
  const wording = content.sentences.get(key);
  if (wording === undefined)
    throw new BotError(`talk.json has no "${key}": add it.`, 'bad-content');
  return wording[language].replace(/\{(\w+)\}/g, (gap, name: string) =>
    String(values[name] ?? gap),
  );
};
