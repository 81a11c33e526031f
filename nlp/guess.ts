import type { IntentGuess } from '../bot/index.ts';
import type { Features } from './features.ts';
import { familiarity, type Linear, scoresOf } from './linear.ts';

/** Label of the score that says how much a text sounds like any danger. */
export const DANGER_LABEL = '@danger';
/** Label of the score that says how English a text is. */
export const ENGLISH_LABEL = '@en';

/** What the classifier thinks of a text before anything is decided. */
export type Opinion = {
  /** All intents, best first; the probabilities add up to one. */
  readonly ranked: readonly IntentGuess[];
  /** Score of the best, on the classifier's own scale: about 1 is certain, below 0 is doubtful. */
  readonly best: number;
  readonly danger: number;
  readonly english: number;
  /** Share of the features that were known. */
  readonly known: number;
};

/** Asks the classifier; `temperature` turns its scores into probabilities. */
export const opinionOf = (linear: Linear, temperature: number, features: Features): Opinion => {
  const scores = scoresOf(linear, features);
  const of = (label: string): number => scores[linear.labels.indexOf(label)] ?? 0;
  const intents = linear.labels.flatMap((id, at) =>
    id.startsWith('@') ? [] : [{ id, score: scores[at] ?? 0 }],
  );
  const best = Math.max(...intents.map(({ score }) => score));
  const powers = intents.map(({ id, score }) => ({
    id,
    p: Math.exp((score - best) * temperature),
  }));
  const sum = powers.reduce((total, { p }) => total + p, 0);
  const ranked = powers.map(({ id, p }) => ({ id, p: p / sum })).sort((one, two) => two.p - one.p);
  return {
    ranked,
    best,
    danger: of(DANGER_LABEL),
    english: of(ENGLISH_LABEL),
    known: familiarity(linear, features),
  };
};

/** What speaks for the best guess being right, as numbers of about the same size. */
export const signalsOf = ({ ranked, best, known }: Opinion, words: number): readonly number[] => {
  const first = ranked[0]?.p ?? 0;
  const second = ranked[1]?.p ?? 0;
  return [
    first,
    first - second,
    Math.log((first + 0.01) / (1.01 - first)) / 4,
    best,
    Math.max(best, -0.5) ** 2,
    known,
    known * known,
    Math.min(words, 30) / 30,
    words <= 2 ? 1 : 0,
  ];
};
