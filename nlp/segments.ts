import { isMark } from './words.ts';

const MOST = 12;
const ENOUGH_WORDS = 2;
const ENOUGH_AROUND_AND = 3;

/** Words that begin another request. */
const OPENERS: readonly (readonly string[])[] = [
  ['et', 'en', 'plus'],
  ['en', 'plus'],
  ['au', 'fait'],
  ['par', 'ailleurs'],
  ['et', 'aussi'],
  ['et', 'sinon'],
  ['sinon'],
  ['et', 'puis'],
  ['autre', 'chose'],
  ['deuxieme', 'chose'],
  ['egalement'],
  ['aussi'],
  ['ensuite'],
  ['et', 'd', 'ailleurs'],
  ['d', 'ailleurs'],
  ['by', 'the', 'way'],
  ['also'],
  ['and', 'also'],
  ['another', 'thing'],
  ['oh', 'and'],
  ['plus'],
  ['besides'],
  ['as', 'well', 'as'],
  ['ainsi', 'que'],
  ['pendant', 'que', 'j', 'y', 'suis'],
  ['tant', 'que', 'j', 'y', 'suis'],
  ['et', 'pendant'],
  ['secondly'],
  ['additionally'],
  ['btw'],
  ['ps'],
];
const STRONG = OPENERS.filter(
  (opener) => opener.join(' ') !== 'plus' && opener.join(' ') !== 'aussi',
);
const JOINTS = new Set(['et', 'and', 'mais', 'but', 'puis', 'then', ',']);

/** The parts of a text that may each be a request: sentences, items of a list, what follows "au fait", "et", a comma. */
export const segmentsOf = (words: readonly string[]): readonly (readonly string[])[] => {
  const parts: string[][] = [[]];
  words.forEach((word, at) => {
    const current = parts.at(-1) ?? [];
    if (cutsAt(words, at, current)) parts.push(isMark(word) ? [] : [word]);
    else if (!isMark(word)) current.push(word);
  });
  return parts.filter((part) => part.length >= ENOUGH_WORDS).slice(0, MOST);
};

const cutsAt = (words: readonly string[], at: number, current: readonly string[]): boolean => {
  const word = words[at] ?? '';
  if (word === '.' || word === '?' || word === '!') return current.length > 0;
  if (STRONG.some((opener) => opener.every((part, next) => words[at + next] === part))) return true;
  if (!JOINTS.has(word)) return isItem(words, at) && current.length > 0;
  const rest = words.slice(at + 1).findIndex(isMark);
  const ahead = rest < 0 ? words.length - at - 1 : rest;
  return current.length >= ENOUGH_AROUND_AND && ahead >= ENOUGH_AROUND_AND;
};

/** "1 fuite lavabo 2 volet cassé": a small number that continues the count of a list. */
const isItem = (words: readonly string[], at: number): boolean =>
  /^[1-9]$/.test(words[at] ?? '') && words[at + 1] === '.';
