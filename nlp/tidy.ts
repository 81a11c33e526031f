import emoji from './emoji.json' with { type: 'json' };

/** The most characters of one text that are read; what follows adds nothing to its meaning. */
const MAX_READ = 4000;

const EMOJI: ReadonlyMap<string, string> = new Map(Object.entries(emoji));
const PICTURE = /\p{Extended_Pictographic}/gu;
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]+/gu;
const UNREADABLE = /[\p{Cc}\p{Co}\p{Cs}]+/gu;
const APOSTROPHE = /[’‘ʼ´`′]/g;
/** The one participle whose accent decides between a danger (brûle) and its trace (brûlé). */
const BURNT = /(br[uû]l)é(?:es|e|s)?(?!\p{L})/giu;
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
export const foldInPlace = (text: string): string => {
  let folded = '';
  for (const unit of text.replace(APOSTROPHE, "'").split('')) {
    const plain = unit.toLowerCase().normalize('NFD').charAt(0);
    folded += plain.length === 1 ? plain : unit;
  }
  return folded;
};

/** One spelling for what means the same: case, accents, quotes, emoji, control characters, drawn-out letters. */
export const tidy = (text: string): string =>
  fold(
    bounded(text)
      .normalize('NFKC')
      .replace(/\r?\n|\r/g, ' . ')
      .replace(PICTURE, (picture) => ` ${EMOJI.get(picture) ?? ''} `)
      .replace(UNSEEN, '')
      .replace(UNREADABLE, ' ')
      .replace(APOSTROPHE, "'")
      .replace(BURNT, '$1ee'),
  ).replace(REPEATED, '$1');
