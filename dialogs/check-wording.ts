import type { Language, Translated } from '../bot/index.ts';
import { LANGUAGES } from './content.ts';
import type { ContentReader } from './content-reader.ts';

/** The longest sentence that is easy to read, words. */
const LONGEST_SENTENCE = 20;

/** What a wording may contain. */
export type WordingRule = { readonly at: string; readonly placeholders?: readonly string[] };

/** Notes what makes a wording hard to read or impossible to say. */
export const checkWording = (
  { note }: ContentReader,
  wording: Translated,
  { at, placeholders = [] }: WordingRule,
): void => {
  for (const language of LANGUAGES) {
    const text = wording[language];
    for (const fault of faultsIn(text, language)) note(`${at}.${language}`, fault);
    for (const [, name = ''] of text.matchAll(/\{(\w*)\}/g)) {
      if (!placeholders.includes(name)) note(`${at}.${language}`, `unknown placeholder {${name}}`);
    }
    for (const name of placeholders.filter((one) => !text.includes(`{${one}}`))) {
      note(`${at}.${language}`, `placeholder {${name}} is missing`);
    }
  }
};

const faultsIn = (text: string, language: Language): readonly string[] => {
  const long = sentencesIn(text).filter((one) => one.split(/\s+/).length > LONGEST_SENTENCE);
  return [
    ...long.map((one) => `more than ${LONGEST_SENTENCE} words: "${one}"`),
    ...(language === 'fr' && hasLooseMark(text)
      ? ['a non-breaking space is missing before ; : ! ? or inside « »']
      : []),
    ...(text === text.trim() ? [] : ['has spaces at its beginning or end']),
  ];
};

const sentencesIn = (text: string): readonly string[] =>
  text
    .split(/[.!?…\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A mark that could be torn from its word at the end of a line. */
const hasLooseMark = (text: string): boolean =>
  /[^\u00a0\u202f]([;!?»]|:(?!\/))/.test(text) || /«[^\u00a0\u202f]/.test(text);

/** Notes entries that are there twice. */
export const checkOnce = (
  { note }: ContentReader,
  entries: readonly { readonly key: string; readonly at: string }[],
): void => {
  const seen = new Set<string>();
  for (const { key, at } of entries) {
    if (seen.has(key)) note(at, 'is there twice');
    seen.add(key);
  }
};
