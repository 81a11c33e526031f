import type { Slots, Understanding } from '../bot/index.ts';
import { createCorrect } from './correct.ts';
import { createUnderstand } from './create-understand.ts';
import { decidingWords } from './deciding-words.ts';
import type { Example } from './examples.ts';
import { explainDanger } from './explain-danger.ts';
import { explainOutcome } from './explain-outcome.ts';
import { createJudge, type Judgement } from './judge.ts';
import type { Model } from './model.ts';
import { createNearTexts, type NearTexts } from './near-texts.ts';
import { type Part, partsOf } from './parts.ts';
import { isMark, readWords } from './words.ts';

/** A text with everything that was made of it on the way to its meaning. */
export type Explained = {
  readonly model: Model;
  readonly written: readonly string[];
  readonly words: readonly string[];
  readonly judged: Judgement;
  readonly parts: readonly Part[];
  readonly understood: Understanding;
};

/** Tells in a screenful of plain lines how a text is understood, and why. */
export const createExplain = (
  model: Model,
  examples: readonly Example[],
): ((text: string) => string) => {
  const understand = createUnderstand(model);
  const judge = createJudge(model);
  const correct = createCorrect(model.vocabulary);
  const near = createNearTexts(examples);
  return (text) => {
    const written = readWords(text);
    const words = written.flatMap(correct);
    const understood = understand(text, {});
    const judged = judge(text);
    const parts = partsOf(model, correct, { text, whole: judged });
    const explained = { model, written, words, understood, parts, judged };
    const rows = [
      ...requestRows(explained),
      ...explainOutcome(explained),
      ...explainDanger(explained),
      ...slotRows(understood.slots),
      ...wordRows(explained),
      ...nearRows(text, near),
    ];
    return [`"${text}"`, '', ...rows.map(([what, told]) => `${what.padEnd(11)} ${told}`)].join(
      '\n',
    );
  };
};

/** One line: what it is about, and what is told. */
export type Row = readonly [string, string];

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

const requestRows = ({ words, understood: { lang, intents } }: Explained): readonly Row[] => [
  ['language', LANGUAGES.of(lang) ?? lang],
  ['read as', words.join(' ') || 'no words'],
  ['requests', intents.map(({ id, p }) => `${id} ${p.toFixed(2)}`).join(' · ') || 'none'],
];

const slotRows = (slots: Slots): readonly Row[] => {
  const rows = Object.entries(slots).map(([slot, { value, said, span }]): Row => {
    const where = span === undefined ? '' : `, letters ${span.start + 1}–${span.end}`;
    return ['', `${slot} = ${value} ("${said}"${where})`];
  });
  return rows.length === 0
    ? [['facts', 'none']]
    : rows.map(([, told], at) => [at === 0 ? 'facts' : '', told]);
};

const wordRows = ({ model, words, understood: { guesses } }: Explained): readonly Row[] =>
  (words.every(isMark) ? [] : guesses.slice(0, 2)).map(({ id }, at) => {
    const telling = decidingWords(model, words, id).join(', ');
    return [at === 0 ? 'words' : '', `for ${id}: ${telling || 'no word alone'}`];
  });

const MOST_NEAR = 4;

const nearRows = (text: string, near: NearTexts): readonly Row[] => {
  const rows = near(text).slice(0, MOST_NEAR);
  if (rows.length === 0) return [['examples', 'none shares a word with it']];
  return rows.map(({ example: { text: told, intents, voice } }, at) => {
    const from = voice === undefined ? '' : ` (${voice})`;
    return [at === 0 ? 'examples' : '', `${intents.join(' + ')}: "${told.slice(0, 90)}"${from}`];
  });
};
