import type { Mask } from '../bot/index.ts';
import type { Content, SensitiveWords } from './content.ts';
import { findCards } from './find-cards.ts';
import { type FoundDate, findDates, plainLetters } from './find-dates.ts';
import { findIbans } from './find-ibans.ts';
import { bare, type Found } from './find-numbers.ts';
import { findSocials } from './find-socials.ts';
import { wordCount } from './fold.ts';
import { BIRTH, findCode, LEASE, readProof, SMS_CODE } from './read-proof.ts';

/** Builds what keeps sensitive details out of the store, with the words of the content. */
export const createMask = ({ sensitive }: Content): Mask => {
  const { labels, words, yesNoOnly, proofs } = sensitive;
  const birthWords = shapeOf({ mask: proofs.birth, words: proofs.birthWords, except: [] });
  const sayings = words.map((kind) => ({ mask: kind.mask, shape: shapeOf(kind) }));
  const numbers = (text: string): string => {
    const accounts = covered(text, findIbans(text), labels.iban);
    const cards = covered(accounts, findCards(accounts), labels.card);
    return covered(cards, findSocials(cards), labels.social);
  };
  const all = (text: string): string => {
    const plain = sayings.reduce(
      (sofar, { shape, mask }) => unsaid(sofar, shape, mask),
      numbers(text),
    );
    return covered(plain, birthDates(plain, birthWords), proofs.birth);
  };
  const answer = (text: string, asked: string): string => {
    if (asked === LEASE || asked === BIRTH)
      return all(covered(text, provingDates(text, asked), proofs.birth));
    const code = asked === SMS_CODE ? findCode(text) : undefined;
    return all(code === undefined ? text : covered(text, [code], proofs.code));
  };
  return { numbers, all, answer, yesNoOnly };
};

/** Dates of birth that are told as such; children's belong to the request. */
const birthDates = (text: string, birthWords: RegExp): readonly FoundDate[] => {
  const words = [...plainLetters(text).matchAll(birthWords)].map(
    (match) => match.index + match[0].length,
  );
  const besideLease = isProof(text);
  return findDates(text).filter(
    ({ start, value }) =>
      value < GROWN_UP &&
      (besideLease || words.some((end) => end <= start && start - end <= BETWEEN)),
  );
};

/** A long number and a date, with few words around them, show who somebody is wherever they are told. */
const isProof = (text: string): boolean => {
  const { lease = '', birth } = readProof(text, LEASE);
  return birth !== undefined && bare(lease).length >= LEASE_FIGURES && wordCount(text) <= FEW_WORDS;
};

const LEASE_FIGURES = 6;
const FEW_WORDS = 10;

/** Who was born before this day may hold a lease. */
const GROWN_UP = '2012-01-01';

/** Characters between "né" and the day. */
const BETWEEN = 25;

/** Where who somebody is was asked, every date goes; eight figures alone may be the lease that was asked. */
const provingDates = (text: string, asked: string): readonly FoundDate[] => {
  const dates = findDates(text);
  const shown = readProof(text, asked).birth !== undefined;
  return dates.filter(({ compact }) => !compact || shown);
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
  const found = [...plainLetters(text).matchAll(shape)].flatMap((match) =>
    match.groups?.['harmless'] === undefined
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [],
  );
  return found.length === 0 ? written : covered(text, found, label);
};

/** Harmless sayings are found first, and left alone. */
const shapeOf = ({ words, except }: SensitiveWords): RegExp => {
  const harmless = except.length === 0 ? '(?!)' : anyOf(except);
  return new RegExp(`(?<![a-z\\d])(?:(?<harmless>${harmless})|${anyOf(words)})(?![a-z\\d])`, 'g');
};

const anyOf = (sayings: readonly string[]): string =>
  sayings
    .map((saying) => saying.replaceAll('*', '[a-z]*').replaceAll(' ', "[\\s'’\\-]+"))
    .join('|');
