import type { Span } from '../bot/index.ts';
import openers from './openers.json' with { type: 'json' };
import { isMark, readWords } from './words.ts';

/** A part of a text that may be a request of its own, and its words. */
export type Segment = { readonly span: Span; readonly words: readonly string[] };

const MOST = 8;
const MOST_READ = 4000;
const ENOUGH_WORDS = 2;
const ENOUGH_AROUND_JOINT = 3;

/** Words that begin another request. */
const OPENERS: readonly (readonly string[])[] = openers.map((opener) => opener.split(' '));
/** Words and marks that join two requests or two halves of one. */
const JOINTS = new Set(['et', 'and', 'mais', 'but', 'puis', 'then', ',']);
const TOKEN = /(?:\p{L}\p{Cf}*){1,7}['’]|[\p{L}\p{M}\p{N}\p{Cf}]+|[?!,+&]|[.;:()…•–—-]|\n/gu;

type Token = { readonly words: readonly string[]; readonly start: number; readonly end: number };

/** The parts of a text that may each be a request: sentences, items of a list, what follows "au fait", "et", a comma. */
export const segmentsOf = (text: string): readonly Segment[] => {
  const tokens = tokensOf(text);
  const words = tokens.flatMap((token) => token.words);
  const parts: Token[][] = [[]];
  let at = 0;
  for (const token of tokens) {
    const current = parts.at(-1) ?? [];
    const mark = isMark(token.words[0] ?? '');
    if (cutsAt(words, at, wordsIn(current))) parts.push(mark ? [] : [token]);
    else if (!mark) current.push(token);
    at += token.words.length;
  }
  return parts
    .filter((part) => wordsIn(part).length >= ENOUGH_WORDS)
    .slice(0, MOST)
    .map((part) => ({ span: spanOf(part), words: wordsIn(part) }));
};

const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.slice(0, MOST_READ).matchAll(TOKEN), ({ 0: said, index }) => ({
    words: meaningOf(said),
    start: index,
    end: index + said.length,
  }));

const meaningOf = (said: string): readonly string[] => {
  return /^[\n+&-]$/.test(said) ? ['.'] : readWords(said);
};

const wordsIn = (part: readonly Token[]): readonly string[] => part.flatMap(({ words }) => words);

const spanOf = (part: readonly Token[]): Span => ({
  start: part[0]?.start ?? 0,
  end: part.at(-1)?.end ?? 0,
});

const cutsAt = (words: readonly string[], at: number, current: readonly string[]): boolean => {
  const word = words[at] ?? '';
  if (word === '.' || word === '?' || word === '!') return current.length > 0;
  if (current.length === 0) return false;
  if (OPENERS.some((opener) => opener.every((part, next) => words[at + next] === part)))
    return true;
  if (!JOINTS.has(word)) return isItem(words, at);
  const rest = words.slice(at + 1).findIndex(isMark);
  const ahead = rest < 0 ? words.length - at - 1 : rest;
  return current.length >= ENOUGH_AROUND_JOINT && ahead >= ENOUGH_AROUND_JOINT;
};

/** "1 fuite lavabo 2 volet cassé": a small number that continues the count of a list. */
const isItem = (words: readonly string[], at: number): boolean =>
  /^[1-9]$/.test(words[at] ?? '') && words[at + 1] === '.';
