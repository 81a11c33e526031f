import type { Reply, Understanding } from '../bot/index.ts';
import type { Content, OtherLanguage } from './content.ts';
import { fold, says, wordCount } from './fold.ts';
import { callPerson, type Moment, remember, runningOf, tell, words } from './moment.ts';

/** Words in the letters of French and English from which on another language is believed. */
const ENOUGH_WORDS = 2;

/** An answer may be a name from anywhere; this many words are none. */
const ENOUGH_IN_AN_ANSWER = 4;

const STRANGE_LETTERS = /[^\p{Script=Latin}\P{L}]/u;

const isOurs = (lang: string): boolean => lang === 'fr' || lang === 'en';

/** The language of a message in neither French nor English; nothing when it is one of them, or too short to tell. */
export const foreignIn = (moment: Moment): string | undefined => {
  const { heard, text, choice, input } = moment;
  if (choice !== undefined || isOurs(heard.lang)) return undefined;
  if (STRANGE_LETTERS.test(text)) return named(moment)?.id ?? heard.lang;
  const asked = input.state.stack.at(-1)?.asked;
  const enough = asked === undefined ? ENOUGH_WORDS : ENOUGH_IN_AN_ANSWER;
  return asked !== 'address' && wordCount(text) >= enough ? heard.lang : undefined;
};

/** The language whose name, or whose telling words, are said. */
export const named = ({ text, tools }: Moment): OtherLanguage | undefined => {
  const folded = fold(text);
  return [...tools.content.otherLanguages.values()].find(({ words: told }) =>
    told.some((word) => says(folded, fold(word).trim())),
  );
};

/** Whether a person was called for another language and has not come yet. */
export const isTold = ({ input }: Moment): boolean =>
  input.holder === 'queue' && input.state.otherLanguage !== undefined;

/** Says in a language that the bot does not write it and that a person was told; only safety stands before it. */
export const sayIn = (moment: Moment, lang: string): Moment => {
  const known = moment.tools.content.otherLanguages.get(lang);
  const alarmed = moment.replies.findLastIndex(({ safety }) => safety !== undefined) + 1;
  const reply = replyIn(moment, known, alarmed > 0);
  const told = remember(callPerson(moment, 'language', lang), { otherLanguage: lang });
  const replies = [...moment.replies.slice(0, alarmed), reply, ...moment.replies.slice(alarmed)];
  return known === undefined
    ? { ...told, replies }
    : remember({ ...told, replies }, { greeted: true });
};

const replyIn = (moment: Moment, known: OtherLanguage | undefined, alarmed: boolean): Reply => {
  const { language } = moment;
  if (known === undefined) return { text: words(moment, 'language_other'), language };
  const { id: lang, said, danger } = known;
  const text = alarmed ? `${danger}\n${said}` : `${said}\n${danger}`;
  return { text, language, lang };
};

/** The common problems, each with a picture. */
export const sayPictures = (moment: Moment): Moment => {
  const choices = moment.tools.content.pictograms.map(({ id, picture, ...title }) => ({
    title: `${picture} ${title[moment.language]}`,
    value: id,
  }));
  return tell(moment, words(moment, 'language_menu'), { choices });
};

/** Whatever was answered, people who write another language are told once where they stand. */
export const inTheirLanguage = (moment: Moment): Moment => {
  const lang = foreignIn(moment);
  if (lang === undefined) return speaksOurs(moment) ? forgotten(moment) : moment;
  const told = isTold(moment) || moment.replies.some((reply) => reply.lang === lang);
  return told ? moment : sayIn(moment, lang);
};

/** A sentence in French or English: the tenant is served like everybody. */
const A_SENTENCE = 3;

const speaksOurs = ({ heard, choice, text }: Moment): boolean =>
  choice === undefined && isOurs(heard.lang) && wordCount(text) >= A_SENTENCE;

const forgotten = (moment: Moment): Moment => {
  const asked = moment.replies.some(({ lang }) => lang !== undefined);
  const { otherLanguage: _, ...state } = moment.state;
  return asked ? moment : { ...moment, state };
};

/** Whether a form waits for an answer. */
export const isAsking = (moment: Moment): boolean => runningOf(moment)?.asked !== undefined;

/** Hears the dangers that the content has words for; in a language that is not learned they are the surer sign. */
export const withForeignDanger = (heard: Understanding, content: Content): Understanding => {
  if (isOurs(heard.lang)) return heard;
  const text = fold(heard.text);
  const found = [...content.otherLanguages.values()]
    .flatMap(({ dangers }) => dangers)
    .find(({ words: said }) => said.some((word) => isSaid(text, word)));
  if (found === undefined) return heard;
  return { ...heard, danger: { intent: found.intent, certainty: 'now', why: heard.lang } };
};

/** Some scripts put no spaces between words. */
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const isSaid = (folded: string, word: string): boolean =>
  NO_SPACES.test(word) ? folded.includes(fold(word).trim()) : folded.includes(fold(word));
