import profiles from './languages.json' with { type: 'json' };
import { isMark } from './words.ts';

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
];

const TELLING: readonly (readonly [string, RegExp])[] = [
  ['tr', /[ğışİ]/gu],
  ['ro', /[ățșţ]/giu],
  ['pt', /[ãõ]/giu],
  ['es', /[ñ¿¡]/giu],
  ['de', /[äß]/giu],
  ['pl', /[łąęśżź]/giu],
];

const PROFILES: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(profiles).map(
  ([lang, words]) => [lang, new Set(words)],
);

/** What is known of a text before its language is decided. */
export type LanguageClues = {
  readonly text: string;
  readonly words: readonly string[];
  /** How English the classifier finds it: above zero for English. */
  readonly english: number;
  /** Share of the words that the examples know. */
  readonly known: number;
  readonly before: string | undefined;
};

/** The ISO 639-1 code of the language a text is written in. */
export const languageOf = (clues: LanguageClues): string =>
  byScript(clues.text) ?? foreign(clues) ?? frenchOrEnglish(clues);

const byScript = (text: string): string | undefined => {
  const lettersInAll = text.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find(([lang, script]) => {
    const share = text.match(script)?.length ?? 0;
    return lang === 'uk' ? share > 0 : share > 0 && share >= lettersInAll * 0.4;
  });
  return found?.[0];
};

const hits = (words: readonly string[], profile: ReadonlySet<string>): number =>
  words.reduce((sum, word) => sum + (profile.has(word) ? 1 : 0), 0);

const WORTH_OF_A_LETTER = 1.5;

/** Another language than French and English, when its words and letters say so clearly. */
const foreign = ({ text, words, known }: LanguageClues): string | undefined => {
  const read = words.filter((word) => !isMark(word));
  const scored = PROFILES.map(([lang, profile]) => {
    const letters = TELLING.find(([of]) => of === lang)?.[1];
    const told = letters === undefined ? 0 : Math.min(text.match(letters)?.length ?? 0, 2);
    return { lang, score: hits(read, profile) + told * WORTH_OF_A_LETTER };
  });
  const ours = Math.max(...scored.map(({ lang, score }) => (isOurs(lang) ? score : 0)));
  const [best] = scored.filter(({ lang }) => !isOurs(lang)).sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < 1.5) return undefined;
  return best.score > ours + 0.5 && known < 0.9 ? best.lang : undefined;
};

const isOurs = (lang: string): boolean => lang === 'fr' || lang === 'en';

const FRENCH_LETTERS = /[éèêàâùûôîçœ]/iu;
const LEANING = 0.35;

const frenchOrEnglish = ({ text, words, english, known, before }: LanguageClues): string => {
  const [french, britain] = ['fr', 'en'].map((lang) =>
    hits(words, PROFILES.find(([of]) => of === lang)?.[1] ?? new Set()),
  );
  const read = words.filter((word) => !isMark(word)).length || 1;
  const accents = FRENCH_LETTERS.test(text) ? 1 : 0;
  const byWords = ((britain ?? 0) - (french ?? 0)) / read;
  const habit = before === undefined ? 0 : before === 'en' ? LEANING : -LEANING;
  const weight = known === 0 && byWords === 0 ? 3 : read <= 2 ? 1.2 : 0.5;
  return english + byWords * 1.5 - accents + habit * weight > 0 ? 'en' : 'fr';
};
