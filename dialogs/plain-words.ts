import type { Language } from '../bot/index.ts';

/** The longest sentence that is easy to read, words. */
const LONGEST_SENTENCE = 20;

/** A word that few people say, and the plain one to say instead. */
export type Jargon = { readonly word: string; readonly say: string };

/** What no text may contain, as the content lists it; `*` stands for the rest of a word. */
export type PlainWords = {
  readonly jargon: Readonly<Record<Language, readonly Jargon[]>>;
  /** Ways of putting the blame on somebody. */
  readonly blame: Readonly<Record<Language, readonly string[]>>;
  /** Short forms in capitals that everybody says aloud. */
  readonly spoken: readonly string[];
};

/** A text to be judged; a safety text may shout, and gives two numbers at once. */
export type Judged = {
  readonly text: string;
  readonly language: Language;
  readonly safety?: boolean;
};

/** What makes a text hard to read, to hear or to bear. */
export const faultsIn = (judged: Judged, words: PlainWords): readonly string[] => {
  const said = { ...judged, text: judged.text.replace(/\{\w+\}/g, 'x') };
  return [
    ...longSentences(said.text),
    ...typed(said),
    ...(said.language === 'fr' ? french(said.text) : []),
    ...spoken(said, words),
    ...unkind(said, words),
  ];
};

const longSentences = (text: string): readonly string[] =>
  text
    .split(/[.!?…\n]+/)
    .map((one) => one.trim())
    .filter(
      (one) =>
        one.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > LONGEST_SENTENCE,
    )
    .map((one) => `more than ${LONGEST_SENTENCE} words: "${one}"`);

type Rule = readonly [RegExp, string];

const TYPED: readonly Rule[] = [
  [/^\s|\s$/, 'has spaces at its beginning or end'],
  [/[ \u00a0\u202f]{2}/, 'has two spaces running'],
  [/['`´]/, 'write ’ for an apostrophe'],
  [/\.\.\./, 'write … for three dots'],
  [/ [,.](?!\w)/, 'has a space before a comma or a full stop'],
];

const FRENCH: readonly Rule[] = [
  [
    /[^\u00a0\u202f]([;!?»]|:(?!\/))|«[^\u00a0\u202f]/,
    'a non-breaking space is missing before ; : ! ? or inside « »',
  ],
  [/"/, 'write « » for quotation marks'],
  [/(?<!\d)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)/, 'a non-breaking space is missing inside a number'],
  [/\d ?(?:h|€|%|°C|km|m²|cm)(?![\p{L}\p{N}])/u, 'a non-breaking space is missing before a unit'],
  [/(?<![\p{L}’-])(?:tu|toi|ton|ta|tes|te)(?![\p{L}’])|(?<!\p{L})t’/iu, 'say « vous »'],
];

const SPOKEN: readonly Rule[] = [
  [/\((?:e|s|es|x|ne|le|te)\)|[\p{L}][·•][\p{L}]/iu, 'has an ending that nobody can say'],
  [/^[^\p{L}]*$/u, 'has no word'],
];

const SLASH = /[^\s/]\s?\/\s?[^\s/]/;
const ADDRESS = /(?:https?:\/)?\/(?:suivi|services|widget|console)\S*|https?:\/\/\S+/g;

const broken = (text: string, rules: readonly Rule[]): readonly string[] =>
  rules.filter(([shape]) => shape.test(text)).map(([, fault]) => fault);

const typed = ({ text }: Judged): readonly string[] => broken(text, TYPED);

const french = (text: string): readonly string[] => broken(text, FRENCH);

const spoken = (judged: Judged, words: PlainWords): readonly string[] => {
  const text = judged.text.replace(ADDRESS, '');
  if (judged.safety === true) return broken(text, SPOKEN);
  return [
    ...broken(text, SPOKEN),
    ...(SLASH.test(text) ? ['a slash cannot be said: write « ou », "or", or two sentences'] : []),
    ...shouted(text, words),
  ];
};

const shouted = (text: string, words: PlainWords): readonly string[] =>
  (text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? [])
    .filter((word) => !words.spoken.includes(word))
    .map((word) => `"${word}" is in capitals`);

const unkind = ({ text, language }: Judged, { jargon, blame }: PlainWords): readonly string[] => [
  ...jargon[language]
    .filter(({ word }) => isIn(text, word))
    .map(({ word, say }) => `"${word}" is jargon: say "${say}"`),
  ...blame[language].filter((word) => isIn(text, word)).map((word) => `"${word}" blames`),
];

const isIn = (text: string, word: string): boolean => {
  const shape = word.replaceAll('*', '\\p{L}*').replaceAll(' ', '[\\s.]+');
  return new RegExp(`(?<![\\p{L}\\p{N}-])${shape}(?![\\p{L}\\p{N}])`, 'iu').test(text);
};
