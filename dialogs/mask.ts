import type { Mask } from '../bot/index.ts';
import type { Content, SensitiveWords } from './content.ts';
import { findCards } from './find-cards.ts';
import { findIbans } from './find-ibans.ts';
import type { Found } from './find-numbers.ts';
import { findSocials } from './find-socials.ts';

/** Builds what keeps sensitive details out of the store, with the words of the content. */
export const createMask = ({ sensitive }: Content): Mask => {
  const { labels, words, yesNoOnly } = sensitive;
  const sayings = words.map((kind) => ({ mask: kind.mask, shape: shapeOf(kind) }));
  const numbers = (text: string): string => {
    const accounts = covered(text, findIbans(text), labels.iban);
    const cards = covered(accounts, findCards(accounts), labels.card);
    return covered(cards, findSocials(cards), labels.social);
  };
  const all = (text: string): string =>
    sayings.reduce((sofar, { shape, mask }) => unsaid(sofar, shape, mask), numbers(text));
  return { numbers, all, yesNoOnly };
};

/** The text with a label in every place that was found. */
const covered = (text: string, found: readonly Found[], label: string): string => {
  const sorted = [...found].sort((one, two) => one.start - two.start || two.end - one.end);
  let out = '';
  let at = 0;
  for (const { start, end } of sorted) {
    if (start < at) continue;
    out += text.slice(at, start) + label;
    at = end;
  }
  return out + text.slice(at);
};

const unsaid = (written: string, shape: RegExp, label: string): string => {
  const text = written.normalize('NFC');
  const found = [...plain(text).matchAll(shape)].flatMap((match) =>
    match.groups?.['harmless'] === undefined
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [],
  );
  return found.length === 0 ? written : covered(text, found, label);
};

/** Small letters without accents, each in its place. */
const plain = (text: string): string =>
  text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0)).toLowerCase();

/** Harmless sayings are found first, and left alone. */
const shapeOf = ({ words, except }: SensitiveWords): RegExp => {
  const harmless = except.length === 0 ? '(?!)' : anyOf(except);
  return new RegExp(`(?<![a-z\\d])(?:(?<harmless>${harmless})|${anyOf(words)})(?![a-z\\d])`, 'g');
};

const anyOf = (sayings: readonly string[]): string =>
  sayings
    .map((saying) => saying.replaceAll('*', '[a-z]*').replaceAll(' ', "[\\s'’\\-]+"))
    .join('|');
