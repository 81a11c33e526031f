import { type FindSlot, factAt, wholeAs } from './slot-text.ts';
import { isMark, readWords } from './words.ts';

const YES =
  '(?:oui+|we+|wé|ouai+s?|ouep|voui|si|yes|yep|yeah|yup|ye|ok|d accord|exact\\w*|tout a fait|c est (?:ca|cela|exact|bien ca|vrai|correct|bon|juste)|c ca|bien sur|evidemment|absolument|affirmatif|carrement|vasy|vas y|volontiers|effectivement|en effet|je confirme|parfait\\w*|correct|right|sure|of course|indeed|absolutely|true|that s (?:right|it|correct)|y|o|i do|it is|it does|there is|he is|she is|malheureusement oui|helas oui|un peu|totalement|completement|complètement|both|toujours|encore)';
const NO =
  '(?:non+|nan+|nn|no+|nope|nop|nah|na|pas du tout|pas vraiment|pas encore|pas ici|jamais|aucun\\w*|negatif|que dalle|rien|not at all|not really|not yet|never|none|n|i don t think so|it isn t|it doesn t|there isn t|pas que je sache|personne|nobody|no one|c est pas ca|c est faux|faux|pas ca|absolument pas|surtout pas|du tout)';
const UNKNOWN =
  '(?:je (?:ne )?sais (?:pas|plus|meme pas|vraiment pas)|(?:ne )?sais pas|jsp|jspa|chais pas|chaipa|aucune idee|pas d idee|j ignore|je (?:ne )?vois pas|j en sais rien|je n en sais rien|peut etre|possible|je (?:ne )?(?:peux|peut) pas (?:dire|savoir)|pas sur|pas sure|pas certain\\w*|i don t know|don t know|dunno|idk|no idea|not sure|maybe|no clue|can t say|i m not sure|aucune ide|sais plus|franchement je sais pas|je comprends pas|je (?:ne )?comprends pas|(?:c est|cest) quoi\\b.*|quoi|what s that|hein)';

const LEAD =
  '(?:(?:euh|heu|ben|bah|bin|hum|hm|alors|ah|oh|mais|et|well|um|uh|er|bonjour|merci|desole\\w*|sorry) )*';
const start = (words: string): RegExp => new RegExp(`^${LEAD}${words}(?= |$)`);
const [UNKNOWN_START, YES_START, NO_START] = [start(UNKNOWN), start(YES), start(NO)];

/** An answer is within this many words; what follows explains it. */
const MOST_WORDS = 8;

/** The answer to a question that can be answered with yes, no, or that one does not know. */
export const yesOrNo: FindSlot = (text) => {
  const said = text.said.slice(text.at(0), text.at(text.folded.length));
  const value = meaningOf(said);
  if (value === undefined) return undefined;
  const end = endsOfWords(text.folded).find(
    (to) => meaningOf(text.said.slice(text.at(0), text.at(to))) === value,
  );
  return end === undefined ? wholeAs(text, value) : factAt(text, value, [0, end]);
};

const endsOfWords = (folded: string): readonly number[] =>
  Array.from(
    folded.matchAll(/\S+?(?=[,.!?;:]*(?:\s|$))/g),
    ({ 0: word, index }) => index + word.length,
  ).slice(0, MOST_WORDS);

const meaningOf = (said: string): string | undefined =>
  answerOf(
    readWords(said)
      .filter((word) => !isMark(word))
      .join(' '),
  ) ??
  answerOf(
    said
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

const answerOf = (spoken: string): string | undefined => {
  if (UNKNOWN_START.test(spoken)) return 'unknown';
  if (NO_START.test(spoken)) return 'no';
  if (YES_START.test(spoken)) return 'yes';
  return undefined;
};
