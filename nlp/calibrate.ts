import type { Trial } from './cross-validate.ts';
import { isDanger } from './domain.ts';
import { DANGER_LABEL, type Opinion, opinionOf, signalsOf } from './guess.ts';
import { type Case, fitLogistic, probability } from './logistic.ts';
import type { Model } from './model.ts';
import type { Read } from './train-model.ts';

/** How many texts about something unknown come on every known one. */
const STRANGERS = 0.1;
/** The share of wrong answers that is accepted among those given without asking. */
const WRONG_WHEN_SURE = 0.05;
/** The share of harmless texts that may raise an alarm by their words alone. */
const FALSE_ALARMS = 0.012;

type Judged = { readonly opinion: Opinion; readonly trial: Trial; readonly words: number };

/** Learns how far the classifier can be believed, from texts it had not seen. */
export const calibrate = (
  trials: readonly Trial[],
  read: readonly Read[],
): Pick<Model, 'temperature' | 'confidence' | 'danger' | 'thresholds'> => {
  const single = trials.filter(({ at }) => read[at]?.example.intents.length === 1);
  const temperature = fitTemperature(single.filter(({ stranger }) => !stranger));
  const judged = single.map((trial) => ({
    trial,
    opinion: opinionOf(trial.judge, temperature, trial.lesson.features),
    words: read[trial.at]?.words.length ?? 0,
  }));
  const right = rightCases(judged);
  const confidence = fitLogistic(right);
  const alarms = alarmCases(judged);
  const danger = fitLogistic(alarms);
  return {
    temperature,
    confidence,
    danger,
    thresholds: { sure: sureFrom(right, confidence), danger: alarmFrom(alarms, danger) },
  };
};

const TEMPERATURES = [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8];

const fitTemperature = (trials: readonly Trial[]): number => {
  const sample = trials.filter((_, at) => at % 3 === 0);
  const losses = TEMPERATURES.map((temperature) => {
    const loss = sample.reduce((sum, trial) => {
      const { ranked } = opinionOf(trial.judge, temperature, trial.lesson.features);
      const p = ranked.find(({ id }) => trial.lesson.labels.has(id))?.p ?? 0;
      return sum - Math.log(p + 1e-6);
    }, 0);
    return { temperature, loss };
  });
  losses.sort((one, two) => one.loss - two.loss);
  return losses[0]?.temperature ?? 3;
};

const rightCases = (judged: readonly Judged[]): readonly Case[] => {
  const strangers = judged.filter(({ trial }) => trial.stranger).length;
  const weight = strangers === 0 ? 0 : ((judged.length - strangers) * STRANGERS) / strangers;
  return judged.map(({ opinion, trial, words }) => ({
    signals: signalsOf(opinion, words),
    held: trial.lesson.labels.has(opinion.ranked[0]?.id ?? ''),
    weight: trial.stranger ? weight : 1,
  }));
};

const alarmCases = (judged: readonly Judged[]): readonly Case[] =>
  judged
    .filter(({ trial }) => !trial.stranger)
    .map(({ opinion, trial }) => ({
      signals: alarmSignals(opinion),
      held: trial.lesson.labels.has(DANGER_LABEL),
      weight: 1,
    }));

/** What speaks for a danger: the score of all dangers together and the share of the guesses that are one. */
export const alarmSignals = ({ ranked, danger }: Opinion): readonly number[] => [
  danger,
  ranked.reduce((sum, { id, p }) => sum + (isDanger(id) ? p : 0), 0),
];

const sureFrom = (cases: readonly Case[], confidence: readonly number[]): number =>
  lowest(cases, confidence, (wrong, all) => wrong / all <= WRONG_WHEN_SURE);

const alarmFrom = (cases: readonly Case[], danger: readonly number[]): number => {
  const harmless = cases.filter(({ held }) => !held).length;
  return lowest(cases, danger, (wrong) => wrong / harmless <= FALSE_ALARMS);
};

/** The lowest probability from which on what is accepted still is good enough. */
const lowest = (
  cases: readonly Case[],
  weights: readonly number[],
  good: (wrong: number, all: number) => boolean,
): number => {
  const ranked = cases
    .map((one) => ({ ...one, p: probability(weights, one.signals) }))
    .sort((one, two) => two.p - one.p);
  let wrong = 0;
  let all = 0;
  let found = 1;
  for (const { p, held, weight } of ranked) {
    all += weight;
    wrong += held ? 0 : weight;
    if (good(wrong, all)) found = p;
  }
  return Math.min(found, HIGHEST);
};

const HIGHEST = 0.98;
