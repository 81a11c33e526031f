import emoji from './emoji.json' with { type: 'json' };
import { remembered } from './remembered.ts';

/** The most characters of one text that are read; what follows adds nothing to its meaning. */
const MAX_READ = 4000;

const EMOJI: ReadonlyMap<string, string> = new Map(Object.entries(emoji));
const PICTURE = /\p{Extended_Pictographic}/gu;
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]+/gu;
const UNREADABLE = /[\p{Cc}\p{Co}\p{Cs}]+/gu;
const APOSTROPHE = /[’‘ʼ´`′]/g;
/** The one participle whose accent decides between a danger (brûle) and its trace (brûlé). */
const BURNT = /(br[uû]l)é(?:es|e|s)?(?!\p{L})/giu;
const LAST_PLAIN = 0x7f;
/** Letters of French and English without anything that has to be tidied but case, accents and repeated letters. */
const CLEAN = /^[ -_a-~À-ÿ]*$/;
const REPEATED = /(\p{L})\1{2,}/gu;

/** The start and the end of a text that is too long to be read whole. */
export const bounded = (text: string): string =>
  text.length <= MAX_READ
    ? text
    : `${text.slice(0, MAX_READ / 2)}\n${text.slice(text.length - MAX_READ / 2)}`;

/** Lower case without accents; a letter that is two (œ, æ, ß) becomes two. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i');

/** The same as `fold` with every character kept in its place, so that a span found here can be shown as it was written. */
export const foldInPlace = (text: string): string =>
  foldEach(text.replace(APOSTROPHE, "'"), (unit) => unit.toLowerCase().normalize('NFD').charAt(0));

/** Put together anew: a text of plain letters that was cut out of one with wider ones is searched more slowly. */
const foldEach = (text: string, foldUnit: (unit: string) => string): string => {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const plain = text.charCodeAt(at) <= LAST_PLAIN && (unit < 'A' || unit > 'Z');
    folded += plain ? unit : foldUnit(unit);
  }
  return folded;
};

/** One spelling for what means the same: case, accents, quotes, emoji, control characters, drawn-out letters. */
export const tidy = (text: string): string => {
  const read = bounded(text);
  const clean = (CLEAN.test(read) ? read : cleaned(read)).replace(BURNT, '$1ee');
  const folded = CLEAN.test(clean) ? foldEach(clean, foldLetter) : fold(clean);
  return folded.replace(REPEATED, '$1');
};

const cleaned = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\r?\n|\r/g, ' . ')
    .replace(PICTURE, (picture) => ` ${EMOJI.get(picture) ?? ''} `)
    .replace(UNSEEN, '')
    .replace(UNREADABLE, ' ')
    .replace(APOSTROPHE, "'");

const foldLetter = remembered(fold);
