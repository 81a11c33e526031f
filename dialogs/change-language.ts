import type { Dialog, Language } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import { means } from './meaning.ts';
import { callPerson, type Moment, say } from './moment.ts';
import { foreignIn, isAsking, isTold, named, sayIn, sayPictures } from './other-language.ts';

/** Meets people who write neither French nor English: a sentence in their language, pictures, a person. */
export const otherLanguage: Dialog<Moment> = {
  id: 'other-language',
  interrupt: (moment) => {
    const lang = foreignIn(moment);
    if (lang === undefined || isAsking(moment)) return undefined;
    return isTold(moment) ? moment : sayPictures(sayIn(moment, lang));
  },
};

/** Speaks the other language when asked to; people who speak neither meet a person. */
export const changeLanguage: Dialog<Moment> = {
  id: 'language',
  interrupt: (moment) => {
    if (moment.choice !== undefined || !means(moment, 'change_language')) return undefined;
    const wanted = languageAsked(moment);
    return wanted === undefined
      ? neither(moment)
      : say({ ...moment, language: wanted }, 'language_switched');
  },
};

const languageAsked = (moment: Moment): Language | undefined => {
  const [english, french] = [saysCue(moment, 'english'), saysCue(moment, 'french')];
  if (saysCue(moment, 'not_spoken')) {
    if (moment.heard.lang === 'en') return french ? 'en' : undefined;
    return english && !french ? 'fr' : undefined;
  }
  if (english) return 'en';
  return french ? 'fr' : undefined;
};

const neither = (moment: Moment): Moment => {
  const spoken = named(moment);
  if (spoken !== undefined) return sayPictures(sayIn(moment, spoken.id));
  return sayPictures(callPerson(say(moment, 'language_other'), 'language'));
};
