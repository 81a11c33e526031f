import type { Span } from '../bot/index.ts';
import leaners from './leaners.json' with { type: 'json' };
import openers from './openers.json' with { type: 'json' };
import { remembered } from './remembered.ts';
import { isMark, readWords } from './words.ts';

/** A part of a text that may be a request of its own, and its words. */
export type Segment = { readonly span: Span; readonly words: readonly string[] };

const MOST = 8;
const MOST_READ = 4000;
const ENOUGH_WORDS = 2;
const ENOUGH_AROUND_JOINT = 3;

/** Words that begin another request. */
const OPENERS: readonly (readonly string[])[] = openers.map((opener) => opener.split(' '));
/** Words that lean on what was said before. */
const LEANERS: readonly (readonly string[])[] = leaners.map((leaner) => leaner.split(' '));
const FIRST_WORDS = new Set(OPENERS.map(([first]) => first));
/** Words and marks that join two requests or two halves of one. */
const JOINTS = new Set(['et', 'and', 'mais', 'but', 'puis', 'then', ',']);
const TOKEN = /(?:\p{L}\p{Cf}*){1,7}['’]|[\p{L}\p{M}\p{N}\p{Cf}]+|[?!,+&]|[.;:()…•–—-]|\n/gu;

type Token = { readonly words: readonly string[]; readonly start: number; readonly end: number };

/** The parts of a text that may each be a request: sentences, items of a list, what follows "au fait", "et", a comma. */
export const segmentsOf = (text: string): readonly Segment[] => {
  const tokens = tokensOf(text);
  const words = wordsIn(tokens);
  let part = newPart();
  const parts = [part];
  let at = 0;
  for (const token of tokens) {
    if (cutsAt(words, at, part.length)) {
      part = newPart();
      parts.push(part);
    }
    if (!isMark(token.words[0] ?? '')) add(part, token);
    at += token.words.length;
  }
  return parts
    .filter(({ length }) => length >= ENOUGH_WORDS)
    .slice(0, MOST)
    .map((one) => ({ span: spanOf(one.tokens), words: wordsIn(one.tokens) }));
};

/** Tokens that belong together, and how many words they have. */
type Part = { readonly tokens: Token[]; length: number };

const newPart = (): Part => ({ tokens: [], length: 0 });

const add = (part: Part, token: Token): void => {
  part.tokens.push(token);
  part.length += token.words.length;
};

const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.slice(0, MOST_READ).matchAll(TOKEN), ({ 0: said, index }) => ({
    words: meaningOf(said),
    start: index,
    end: index + said.length,
  }));

const meaningOf = remembered((said): readonly string[] =>
  /^[\n+&-]$/.test(said) ? ['.'] : readWords(said),
);

const wordsIn = (part: readonly Token[]): readonly string[] => part.flatMap(({ words }) => words);

const spanOf = (part: readonly Token[]): Span => ({
  start: part[0]?.start ?? 0,
  end: part.at(-1)?.end ?? 0,
});

/** Whether a part of so many words ends before a word. */
const cutsAt = (words: readonly string[], at: number, length: number): boolean => {
  const word = words[at] ?? '';
  if (word === '.' || word === '?' || word === '!') return length > 0;
  if (length === 0) return false;
  if (FIRST_WORDS.has(word) && opensAt(words, at)) return true;
  if (!JOINTS.has(word)) return isItem(words, at);
  if (pointsBack(words, at)) return false;
  const rest = words.slice(at + 1).findIndex(isMark);
  const ahead = rest < 0 ? words.length - at - 1 : rest;
  return length >= ENOUGH_AROUND_JOINT && ahead >= ENOUGH_AROUND_JOINT;
};

const opensAt = (words: readonly string[], at: number): boolean => beginAt(OPENERS, words, at);

/** "…, laquelle laisse passer l'eau", "et ça m'empêche de dormir": more about the same thing. */
const pointsBack = (words: readonly string[], joint: number): boolean =>
  [joint + 1, joint + 2].some(
    (at) => isMarkOrJoint(words, joint, at) && beginAt(LEANERS, words, at),
  );

/** Between a joint and what leans on it another joint may stand: ", et cela". */
const isMarkOrJoint = (words: readonly string[], joint: number, at: number): boolean =>
  at === joint + 1 || JOINTS.has(words[joint + 1] ?? '');

const beginAt = (
  beginnings: readonly (readonly string[])[],
  words: readonly string[],
  at: number,
): boolean =>
  beginnings.some((beginning) => beginning.every((part, next) => words[at + next] === part));

/** "1 fuite lavabo 2 volet cassé": a small number that continues the count of a list. */
const isItem = (words: readonly string[], at: number): boolean =>
  /^[1-9]$/.test(words[at] ?? '') && words[at + 1] === '.';
