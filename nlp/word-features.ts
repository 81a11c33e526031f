import { CarryStemmerFr } from 'natural/lib/natural/stemmers/index.js';
import { type Naming, namingsOf } from './concepts.ts';
import { addCode, addWord, featureOf, startHash } from './hash.ts';
import { remembered } from './remembered.ts';
import { soundOf } from './sound.ts';

const WORD = 1;
const STEM = 2;
const LETTERS = 3;
const SOUND = 4;
const LONGEST_GRAM = 5;
const LONGEST_WORD = 30;
const SHORTEST_STEMMED = 4;

/** A word or its stem as a feature, and the hash to which the one that follows is added. */
export type Link = { readonly text: string; readonly id: number; readonly hash: number };

/** All that one word is by itself. */
export type WordFeatures = {
  readonly word: Link;
  readonly stem: Link;
  /** The groups of letters in it, each as often as it comes. */
  readonly letters: readonly number[];
  readonly sound: number;
  /** The names of concepts that it may begin. */
  readonly namings: readonly Naming[];
};

const linkOf = (kind: number, text: string): Link => {
  const hash = addWord(startHash(kind), text);
  return { text, id: featureOf(hash), hash };
};

/** What stands before the first word and its stem. */
export const BEFORE_WORDS = { word: linkOf(WORD, '^'), stem: linkOf(STEM, '^') } as const;

/** The features of one word, found once. */
export const featuresOfWord = remembered((word): WordFeatures => {
  const short = word.slice(0, LONGEST_WORD);
  const stem = word.length < SHORTEST_STEMMED ? word : CarryStemmerFr.stem(short);
  return {
    word: linkOf(WORD, word),
    stem: linkOf(STEM, stem),
    letters: gramsIn(word),
    sound: linkOf(SOUND, soundOf(short)).id,
    namings: namingsOf(word),
  };
});

const gramsIn = (word: string): readonly number[] => {
  const framed = ` ${word} `;
  const ids: number[] = [];
  for (let start = 0; start < framed.length; start += 1) {
    let hash = startHash(LETTERS);
    const end = Math.min(framed.length, start + LONGEST_GRAM);
    for (let at = start; at < end; at += 1) {
      hash = addCode(hash, framed.charCodeAt(at));
      if (at > start) ids.push(featureOf(hash));
    }
  }
  return ids;
};
