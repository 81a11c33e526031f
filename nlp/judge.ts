import type { IntentGuess } from '../bot/index.ts';
import { believe } from './belief.ts';
import { type Opinion, opinionOf } from './classifier.ts';
import { createCorrect } from './correct.ts';
import { OUT_OF_SCOPE } from './domain.ts';
import type { Model } from './model.ts';
import { sayingOf } from './train-model.ts';
import { unknownShare } from './vocabulary.ts';
import { readWords } from './words.ts';

/** A text's words as they were written and with their spelling mended. */
export type Wording = { readonly written: readonly string[]; readonly words: readonly string[] };

/** The view of some words: all intents, best first, and the chance that the best of them is right. */
export type Judgement = {
  readonly ranked: readonly IntentGuess[];
  readonly opinion: Opinion;
  readonly confidence: number;
  /** The words are an example as they stand. */
  readonly known: boolean;
};

/** As sure as a saying that is in the examples word for word. */
const KNOWN_SAYING = 0.97;

/** Judges words: a short example is known as it stands, all else is weighed. */
export const judge = (model: Model, { written, words }: Wording): Judgement => {
  const opinion = opinionOf(model.classifier, words, unknownShare(model.vocabulary, written));
  const known = model.sayings.get(sayingOf(words));
  const confidence = known === undefined ? confidenceIn(model, opinion) : KNOWN_SAYING;
  const best = known ?? model.classifier.intents[opinion.best] ?? OUT_OF_SCOPE;
  const ranked = sharesBy(model, opinion);
  const led = ledBy({ ranked, opinion, confidence, known: known !== undefined }, best, confidence);
  return { ...led, ranked: bestFirst(led.ranked, best, confidence) };
};

/** However little the best guess is believed, no other request is likelier; that the text is none of them may be. */
const bestFirst = (
  ranked: readonly IntentGuess[],
  best: string,
  confidence: number,
): readonly IntentGuess[] =>
  ranked
    .map(({ id, p }) => ({ id, p: id === OUT_OF_SCOPE ? p : Math.min(p, confidence) }))
    .sort((one, two) => two.p - one.p || Number(two.id === best) - Number(one.id === best));

const confidenceIn = ({ belief }: Model, { shares, best, signals }: Opinion): number =>
  belief === undefined ? (shares[best] ?? 0) : believe(belief, signals);

const sharesBy = ({ classifier }: Model, { shares, strange }: Opinion): readonly IntentGuess[] => [
  ...classifier.intents.map((id, at) => ({ id, p: shares[at] ?? 0 })),
  { id: OUT_OF_SCOPE, p: strange },
];

/** The judgement with one intent as probable as it is believed, the others sharing what is left. */
export const ledBy = (judged: Judgement, first: string, confidence: number): Judgement => {
  const known = judged.ranked.some(({ id }) => id === first);
  const all = known ? judged.ranked : [...judged.ranked, { id: first, p: 0 }];
  const left = all.reduce((sum, { id, p }) => sum + (id === first ? 0 : p), 0) || 1;
  const ranked = all
    .map(({ id, p }) => ({ id, p: id === first ? confidence : (p / left) * (1 - confidence) }))
    .sort((one, two) => two.p - one.p);
  return { ...judged, ranked, confidence: ranked[0]?.p ?? 0 };
};

/** Judges whole texts by the classifier alone: no rules, no slots, no language. */
export const createJudge = (model: Model): ((text: string) => Judgement) => {
  const correct = createCorrect(model.vocabulary);
  return (text) => {
    const written = readWords(text);
    return judge(model, { written, words: written.flatMap(correct) });
  };
};
