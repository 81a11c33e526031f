import type { Dialog, Language } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { means, requestsIn } from './meaning.ts';
import { callPerson, type Moment, say } from './moment.ts';

/** Speaks the other language when asked to; people who speak neither meet a person. */
export const changeLanguage: Dialog<Moment> = {
  id: 'language',
  interrupt: (moment) => {
    if (moment.choice !== undefined || !means(moment, 'change_language')) return undefined;
    const wanted = languageAsked(moment);
    return wanted === undefined
      ? foreign(moment)
      : say({ ...moment, language: wanted }, 'language_switched');
  },
  begin: (moment) => {
    const { lang } = moment.heard;
    const ours = lang === 'fr' || lang === 'en' || wordCount(moment.text) < 2;
    const handled = moment.input.holder === 'queue' || requestsIn(moment).length > 0;
    return ours || handled ? undefined : foreign(moment);
  },
};

const languageAsked = (moment: Moment): Language | undefined => {
  if (saysCue(moment, 'english')) return 'en';
  return saysCue(moment, 'french') ? 'fr' : undefined;
};

const foreign = (moment: Moment): Moment =>
  callPerson(say(moment, 'language_other'), 'unsure', moment.heard.lang);
