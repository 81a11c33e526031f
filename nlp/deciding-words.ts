import { opinionOf } from './classifier.ts';
import { OUT_OF_SCOPE } from './domain.ts';
import type { Model } from './model.ts';
import { isMark } from './words.ts';

const MOST = 4;
const MOST_READ = 40;
/** Two neighbours are named together when they lose so much more together than apart. */
const TOGETHER = 1.3;
/** A loss below this is chance. */
const LEAST = 0.05;

type Loss = { readonly from: number; readonly to: number; readonly loss: number };

/** The words, and pairs of words, without which the classifier would believe least in an intent; the most telling first. */
export const decidingWords = (
  model: Model,
  words: readonly string[],
  intent: string,
): readonly string[] => {
  const read = words.filter((word) => !isMark(word)).slice(0, MOST_READ);
  const whole = leaning(model, read, intent);
  const lossOf = (from: number, to: number): Loss => {
    const left = [...read.slice(0, from), ...read.slice(to)];
    return { from, to, loss: whole - leaning(model, left, intent) };
  };
  const single = read.map((_, at) => lossOf(at, at + 1));
  const pairs = read.slice(1).flatMap((_, at) => {
    const apart = Math.max(single[at]?.loss ?? 0, 0) + Math.max(single[at + 1]?.loss ?? 0, 0);
    const pair = lossOf(at, at + 2);
    return pair.loss > apart * TOGETHER ? [pair] : [];
  });
  return apartFrom([...single, ...pairs])
    .map(({ from, to }) => read.slice(from, to).join(' '))
    .filter((phrase, at, all) => all.indexOf(phrase) === at)
    .slice(0, MOST);
};

/** The largest losses that share no word. */
const apartFrom = (losses: readonly Loss[]): readonly Loss[] => {
  const chosen: Loss[] = [];
  for (const one of [...losses].sort((a, b) => b.loss - a.loss)) {
    const free = chosen.every(({ from, to }) => one.to <= from || one.from >= to);
    if (one.loss >= LEAST && free) chosen.push(one);
  }
  return chosen;
};

const NEVER = 1e-6;

/** How much the classifier leans to an intent: log-odds, so that what is nearly sure can still grow. */
const leaning = ({ classifier }: Model, words: readonly string[], intent: string): number => {
  const { shares, strange } = opinionOf(classifier, words, 0);
  const p = intent === OUT_OF_SCOPE ? strange : (shares[classifier.intents.indexOf(intent)] ?? 0);
  return Math.log((p + NEVER) / (1 - p + NEVER));
};
