import type { SlotValue } from '../bot/index.ts';
import { remembered } from './remembered.ts';
import { bounded, foldInPlace } from './tidy.ts';

/** A word of a text, the same for its plural and for all figures, and where it stands in its folded form. */
export type SlotWord = {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
};

/** A text as it was written and the same folded for searching; `at` leads from the folded one back to the written one. */
export type SlotText = {
  readonly said: string;
  readonly folded: string;
  readonly words: readonly SlotWord[];
  /** What stands between the spaces of the folded text. */
  readonly pieces: readonly string[];
  readonly at: (index: number) => number;
  /** Where the middle of a text that is too long was left out. */
  readonly gap: number | undefined;
};

/** Marks and unseen characters are left out, of several spaces only the last is kept, at both ends none. */
const UNTIDY = /[\p{M}\p{Cf}]|\s\s|^\s|\s$|[^\S\n ]/u;
const LEFT_OUT = /[\p{M}\p{Cf}]/u;
const SPACE = /\s/;
const WORD = /[a-z0-9]+/g;

/** Prepares a text for the slots. */
export const slotText = (said: string): SlotText => {
  const read = bounded(said);
  const missing = said.length - read.length;
  const gap = missing === 0 ? undefined : (read.length - 1) / 2;
  const back = (index: number): number =>
    gap === undefined || index <= gap ? index : index + missing;
  const { folded, kept } = compact(foldInPlace(read));
  const at = (index: number): number =>
    back(kept === undefined ? index : (kept[index] ?? read.length));
  return { said, folded, words: wordsOf(folded), pieces: folded.split(' '), at, gap };
};

type Compact = { readonly folded: string; readonly kept?: readonly number[] };

const compact = (text: string): Compact => {
  if (!UNTIDY.test(text)) return { folded: text };
  const kept: number[] = [];
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const space = SPACE.test(unit);
    if (LEFT_OUT.test(unit) || (space && isIdle(text, at, folded))) continue;
    kept.push(at);
    folded += space && unit !== '\n' ? ' ' : unit;
  }
  const trimmed = folded.trimEnd();
  return { folded: trimmed, kept: kept.slice(0, trimmed.length) };
};

const isIdle = (text: string, at: number, before: string): boolean =>
  before === '' || SPACE.test(text.charAt(at + 1));

const wordsOf = (folded: string): readonly SlotWord[] =>
  Array.from(folded.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    stem: slotStem(word),
    start: index,
    end: index + word.length,
  }));

const FIGURE = /^\d+[a-z]{0,5}$/;
/** From this length on, a last s or x is a plural. */
const PLURAL = 5;

/** The same for a word and its plural, and `#` for every figure. */
export const slotStem = remembered((word): string => {
  if (FIGURE.test(word)) return '#';
  return word.length >= PLURAL ? word.replace(/[sx]$/, '') : word;
});

/** Finds a fact in a text. */
export type FindSlot = (text: SlotText) => SlotValue | undefined;

/** A fact between two places of the folded text; none where the middle of the text was left out. */
export const factAt = (
  { said, at, gap }: SlotText,
  value: string,
  [from, to]: readonly [number, number],
): SlotValue | undefined => {
  const [first, last] = [at(from), at(to)];
  if (gap !== undefined && first <= gap && last > gap) return undefined;
  const words = said.slice(first, last);
  const start = first + words.length - words.trimStart().length;
  const span = { start, end: start + words.trim().length };
  return span.end <= span.start
    ? undefined
    : { value, said: said.slice(span.start, span.end), span };
};

/** The whole of a text as a fact. */
export const wholeAs = (text: SlotText, value: string): SlotValue | undefined =>
  factAt(text, value, [0, text.folded.length]);
