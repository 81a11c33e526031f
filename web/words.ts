import en from './widget.en.json';
import fr from './widget.fr.json';

/** The languages the widget speaks; French comes first. */
export type Language = 'fr' | 'en';

/** The name of one wording of the widget. */
export type WordKey = keyof typeof fr;

/** Words the widget in one language; `{name}` in a wording is replaced by the value of that name. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { fr, en };

/** Where dates and numbers of each language are written as people there do. */
export const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Builds the wording of one language. */
export const wordsOf =
  (language: Language): Words =>
  (key, values = {}) =>
    CATALOGUES[language][key].replace(/\{(\w+)\}/g, (hole, name: string) =>
      String(values[name] ?? hole),
    );

/** The language a tag such as `fr-CA` belongs to; undefined when it is neither French nor English. */
export const languageOf = (tag: string | undefined): Language | undefined => {
  const start = tag?.slice(0, 2).toLowerCase();
  return start === 'fr' || start === 'en' ? start : undefined;
};

/** How a language runs over the page. */
export type Direction = 'ltr' | 'rtl';

const FROM_THE_RIGHT: readonly string[] = ['ar', 'fa', 'he', 'ps', 'ur'];

/** The direction of a language. */
export const directionOf = (lang: string): Direction =>
  FROM_THE_RIGHT.includes(lang) ? 'rtl' : 'ltr';
