import type { Message, Patience, Understand, Understanding } from '../bot/index.ts';
import { type Content, type Cue, slotCard } from './content.ts';
import { fold, wordCount } from './fold.ts';

/** Quiet after which nobody goes on with a sentence that sounded unfinished, ms. */
const UNFINISHED = 1_800;

/** Quiet after a whole sentence: short enough to feel like an answer at once, ms. */
const WHOLE = 800;

/** A first message shorter than this is rarely the whole story, words. */
const A_SENTENCE = 4;

/** Builds the judgement how long to wait for the rest of what a tenant writes in pieces. */
export const createPatience =
  (content: Content, understand: Understand): Patience =>
  (said, { language, asked, pieces }) => {
    if (pieces > 1 || soundsUnfinished(content, said)) return UNFINISHED;
    const heard = understand(said.text, { language, ...(asked === undefined ? {} : { asked }) });
    if (asked === undefined) return isTooShort(heard) ? UNFINISHED : WHOLE;
    return answers(content, heard, asked) ? 0 : WHOLE;
  };

/** A photo that will be explained, or a sentence that breaks off. */
const soundsUnfinished = (content: Content, { text }: Message): boolean =>
  text.trim() === '' || /(?:\.\.|…|[,:;-])\s*$/u.test(text) || endsWith(content, text, 'more');

const endsWith = ({ cues }: Content, text: string, cue: Cue): boolean => {
  const folded = fold(text);
  return (cues.get(cue) ?? []).some((word) => folded.endsWith(` ${word} `));
};

/** "L'ascenseur" may go on; "un conseiller svp" is complete. */
const isTooShort = ({ text, outcome, intents: [best] }: Understanding): boolean => {
  const clear = outcome === 'sure' && best?.id !== 'greet' && best?.id !== 'resume_start';
  return wordCount(text) < A_SENTENCE && !clear;
};

/** Whether a text surely answers the question; of an address often a part follows. */
const answers = (content: Content, heard: Understanding, asked: string): boolean => {
  if (heard.slots['yes_no'] !== undefined) return true;
  if (slotCard(content, asked)?.kind === 'place') return false;
  return Object.keys(heard.slots).length > 0 || /^\d{1,2}$/.test(heard.text.trim());
};
