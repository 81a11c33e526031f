import { CarryStemmerFr } from 'natural/lib/natural/stemmers/index.js';
import { isMark, readWords } from './words.ts';

const SHORTEST = 4;
const LONGEST = 30;

/** The different words of a text by their stems, without marks; all numbers are one. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    readWords(text)
      .filter((word) => !isMark(word))
      .map(stemOf),
  );

const stemOf = (word: string): string => {
  if (/^\d/.test(word)) return '#';
  return word.length < SHORTEST ? word : CarryStemmerFr.stem(word.slice(0, LONGEST));
};
