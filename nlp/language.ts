import profiles from './languages.json' with { type: 'json' };

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

const LANGUAGES = Object.keys(profiles);
/** The languages that have a word, by their places. */
const SPOKEN = languagesByWord();

function languagesByWord(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  Object.values(profiles).forEach((words, language) => {
    for (const word of new Set(words)) found.set(word, [...(found.get(word) ?? []), language]);
  });
  return found;
}

/** What is known of a text before its language is decided. */
export type LanguageClues = {
  readonly text: string;
  /** Without marks. */
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

/** Letters of other scripts than the Latin one are only among these. */
const BEYOND_LATIN = /[\u0370-\u1fff\u2100-\uffff]/;

const byScript = (text: string): string | undefined => {
  if (!BEYOND_LATIN.test(text)) return undefined;
  const lettersInAll = text.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find(([lang, script]) => {
    const share = text.match(script)?.length ?? 0;
    return lang === 'uk' ? share > 0 : share > 0 && share >= lettersInAll * 0.4;
  });
  return found?.[0];
};

/** How many of the words each language has. */
const hitsIn = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = LANGUAGES.map(() => 0);
  for (const word of words) {
    for (const language of SPOKEN.get(word) ?? []) counts[language] = (counts[language] ?? 0) + 1;
  }
  return new Map(LANGUAGES.map((lang, at) => [lang, counts[at] ?? 0]));
};

const NOT_ENGLISH = /[\u0080-\uffff]/;

const WORTH_OF_A_LETTER = 1.5;
/** A text of which the examples know so many words is no foreign one. */
const OURS = 0.9;

/** Another language than French and English, when its words and letters say so clearly. */
const foreign = ({ text, words, known }: LanguageClues): string | undefined => {
  if (known >= OURS) return undefined;
  const accented = NOT_ENGLISH.test(text);
  const scored = Array.from(hitsIn(words), ([lang, hits]) => {
    const told = accented ? lettersOf(lang, text) : 0;
    return { lang, score: hits + told * WORTH_OF_A_LETTER };
  });
  const ours = Math.max(...scored.map(({ lang, score }) => (isOurs(lang) ? score : 0)));
  const [best] = scored.filter(({ lang }) => !isOurs(lang)).sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < 1.5) return undefined;
  return best.score > ours + 0.5 ? best.lang : undefined;
};

/** How many letters that only one language has are in a text, so far as they count. */
const lettersOf = (lang: string, text: string): number => {
  const letters = TELLING.find(([of]) => of === lang)?.[1];
  return letters === undefined ? 0 : Math.min(text.match(letters)?.length ?? 0, 2);
};

const isOurs = (lang: string): boolean => lang === 'fr' || lang === 'en';

const FRENCH_LETTERS = /[éèêàâùûôîçœ]/iu;
const LEANING = 0.35;

const frenchOrEnglish = ({ text, words, english, known, before }: LanguageClues): string => {
  const hits = hitsIn(words);
  const read = words.length || 1;
  const accents = FRENCH_LETTERS.test(text) ? 1 : 0;
  const byWords = ((hits.get('en') ?? 0) - (hits.get('fr') ?? 0)) / read;
  const habit = before === undefined ? 0 : before === 'en' ? LEANING : -LEANING;
  const weight = known === 0 && byWords === 0 ? 3 : read <= 2 ? 1.2 : 0.5;
  return english + byWords * 1.5 - accents + habit * weight > 0 ? 'en' : 'fr';
};
