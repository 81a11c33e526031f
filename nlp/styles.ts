import { inLexicon, isMark, readWords } from './words.ts';

/** A way of writing that can be told from the text alone; a text may have several. */
export type Style =
  | 'short'
  | 'long'
  | 'dictated'
  | 'shouted'
  | 'shortened'
  | 'without accents'
  | 'formal'
  | 'with emoji'
  | 'plain';

const SHORT = 5;
const LONG = 35;
const SPOKEN = 10;
const LOUD = 0.7;
const FORMAL =
  /\b(?:veuillez|je me permets|je vous prie|cordialement|salutations|madame, monsieur|dear (?:sir|madam)|kindly|yours|regards)\b/i;
const ACCENTS = /[éèêàùçôîâûëï]/i;
/** Words that are seldom written without their accent by those who write accents. */
const BARE =
  /\b(?:a ete|deja|tres|apres|probleme|etage|batiment|meme|depuis l ete|ca|fenetre|reparer?|numero)\b/;

/** How a text is written. */
export const stylesOf = (text: string): readonly Style[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const found: Style[] = [];
  if (words.length <= SHORT) found.push('short');
  if (words.length > LONG) found.push('long');
  if (words.length >= SPOKEN && !/[.,;:!?…-]/.test(text)) found.push('dictated');
  if (isShouted(text)) found.push('shouted');
  if (isShortened(text)) found.push('shortened');
  if (!ACCENTS.test(text) && BARE.test(text.toLowerCase())) found.push('without accents');
  if (FORMAL.test(text)) found.push('formal');
  if (/\p{Extended_Pictographic}/u.test(text)) found.push('with emoji');
  return found.length === 0 ? ['plain'] : found;
};

const isShouted = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > SPOKEN && capitals > letters * LOUD;
};

const isShortened = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .some(
      (word) =>
        inLexicon(word) &&
        readWords(word)
          .filter((one) => !isMark(one))
          .join(' ') !== word,
    );
