import type { IntentGuess } from '../bot/index.ts';
import { featuresOf } from './features.ts';
import { type Opinion, opinionOf, signalsOf } from './guess.ts';
import { probability } from './logistic.ts';
import type { Model } from './model.ts';
import { sayingOf } from './train-model.ts';

/** The classifier's view of some words, with the chance that the best guess is right. */
export type Judgement = {
  readonly ranked: readonly IntentGuess[];
  readonly opinion: Opinion;
  readonly confidence: number;
};

/** As sure as a saying that is in the examples word for word. */
const KNOWN_SAYING = 0.97;

/** Judges words: a short example is known as it stands, all else is weighed. */
export const judge = (model: Model, words: readonly string[]): Judgement => {
  const opinion = opinionOf(model.linear, model.temperature, featuresOf(words));
  const known = model.sayings.get(sayingOf(words));
  if (known !== undefined)
    return {
      ranked: ledBy(opinion.ranked, known, KNOWN_SAYING),
      opinion,
      confidence: KNOWN_SAYING,
    };
  const confidence = probability(model.confidence, signalsOf(opinion, words.length));
  return { ranked: believed(opinion.ranked, confidence), opinion, confidence };
};

/** The guesses with one of them first, as probable as it is believed. */
export const ledBy = (
  ranked: readonly IntentGuess[],
  first: string,
  confidence: number,
): readonly IntentGuess[] =>
  believed([{ id: first, p: 1 }, ...ranked.filter(({ id }) => id !== first)], confidence);

/** The guesses with the first as probable as it is believed and the others sharing what is left. */
const believed = (ranked: readonly IntentGuess[], confidence: number): readonly IntentGuess[] => {
  const others = ranked.slice(1).reduce((sum, { p }) => sum + p, 0) || 1;
  return ranked.map(({ id, p }, at) => ({
    id,
    p: at === 0 ? confidence : Math.min((p / others) * (1 - confidence), confidence),
  }));
};
