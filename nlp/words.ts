import lexicon from './lexicon.json' with { type: 'json' };
import { fold, tidy } from './tidy.ts';

/** How people shorten or mishear words, and what they mean; an accented entry stands for its folded spelling. */
const LEXICON: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lexicon).map(([said, meant]) => [fold(said), meant.split(' ')]),
);

const TOKEN = /\p{L}{1,7}'|[\p{L}\p{M}]+(?:\d\p{L}*)?|\d+(?:[.,]\d+)?|[?!,]|[.;:()…•–—]/gu;
const STOPS = new Set(['.', '?', '!', ',']);

/** Whether a word is one of the four marks that sentences are reduced to. */
export const isMark = (word: string): boolean => STOPS.has(word);

/** Whether an abbreviation or spelling is in the lexicon. */
export const inLexicon = (word: string): boolean => LEXICON.has(word);

/**
 * The words of a text in one spelling each: folded, abbreviations written out, elisions apart.
 * Punctuation comes as the marks `.` `?` `!` `,`.
 */
export const readWords = (text: string): readonly string[] =>
  (tidy(text).match(TOKEN) ?? []).flatMap(readToken);

const readToken = (token: string): readonly string[] => {
  if (token.endsWith("'")) return [token.slice(0, -1)];
  const meant = LEXICON.get(token);
  if (meant !== undefined) return meant;
  if (/^[.;:()…•–—]$/.test(token)) return ['.'];
  return [token];
};
