import type { Translated } from '../bot/index.ts';
import { LANGUAGES } from './content.ts';
import type { ContentReader } from './content-reader.ts';
import { faultsIn } from './plain-words.ts';

/** What a wording may contain. */
export type WordingRule = {
  readonly at: string;
  readonly placeholders?: readonly string[];
  readonly safety?: boolean;
};

/** Notes what makes a wording hard to read or impossible to say. */
export const checkWording = (
  { note, plainWords }: ContentReader,
  wording: Translated,
  { at, placeholders = [], safety = false }: WordingRule,
): void => {
  for (const language of LANGUAGES) {
    const text = wording[language];
    for (const fault of faultsIn({ text, language, safety }, plainWords()))
      note(`${at}.${language}`, fault);
    for (const [, name = ''] of text.matchAll(/\{(\w*)\}/g)) {
      if (!placeholders.includes(name)) note(`${at}.${language}`, `unknown placeholder {${name}}`);
    }
    for (const name of placeholders.filter((one) => !text.includes(`{${one}}`))) {
      note(`${at}.${language}`, `placeholder {${name}} is missing`);
    }
  }
};

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
