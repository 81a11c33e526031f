import type { Trial } from './belief.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { DANGER_ENOUGH, dangerCases, dangerFrom } from './danger-belief.ts';
import { createDangerRules } from './danger-rules.ts';
import { OUT_OF_SCOPE } from './domain.ts';
import type { Example } from './examples.ts';
import { type Learn, learnClassifier, learnHere } from './learn-classifier.ts';
import { type Lesson, lessonOf } from './lesson.ts';
import type { Model } from './model.ts';
import { type Plan, SMALL } from './plan.ts';
import { strangersOf } from './strangers.ts';
import { type Tried, tryOut } from './trial.ts';
import { vocabularyOf } from './vocabulary.ts';
import { isMark } from './words.ts';

/** Tells how far the training is, between 0 and 1. */
export type Progress = (share: number, step: string) => void;

/** Who learns, how much, and who is told how far it is. */
export type Training = {
  readonly learn?: Learn;
  readonly plan?: Plan;
  readonly progress?: Progress;
};

/** Learns from the examples; the same examples in the same order give the same model. */
export const trainModel = async (
  examples: readonly Example[],
  { learn = learnHere, plan = SMALL, progress = () => {} }: Training = {},
): Promise<Model> => {
  progress(0, 'reading the examples');
  const lessons = examples.map(lessonOf);
  progress(0.1, 'learning from all examples, and beside it from a part to be tried on the rest');
  const [classifier, tried] = await Promise.all([
    learnClassifier(lessons, strangersOf(lessons, plan.strangers), { learn, plan }),
    tryOut(lessons, { learn, plan }),
  ]);
  progress(0.9, 'learning how far to believe it');
  const { belief, sure } = calibration(tried);
  const danger = dangerFrom(dangerCases(tried, createDangerRules()));
  return {
    classifier,
    belief,
    danger,
    thresholds: { sure, danger: DANGER_ENOUGH },
    vocabulary: vocabularyOf(lessons),
    sayings: sayingsOf(lessons),
  };
};

/** How many texts about something never heard of usually come on each that is known. */
const STRANGERS = 0.08;
/** How much each kind of text that means nothing we know counts in learning to tell it apart, against all others. */
const STRESS = 0.5;
const MOST_STRESS = 40;

const calibration = (tried: readonly Tried[]): Calibration => {
  const single = tried.filter(({ lesson }) => lesson.intents.length === 1);
  const kinds = { known: 0, strange: 0, stranger: 0 };
  for (const one of single) kinds[kindOf(one)] += 1;
  const stress = (count: number): number =>
    Math.min((STRESS * kinds.known) / (count || 1), MOST_STRESS);
  return calibrate(
    single.map((one): Trial => {
      const kind = kindOf(one);
      const best = one.classifier.intents[one.opinion.best] ?? OUT_OF_SCOPE;
      return {
        signals: one.opinion.signals,
        held: one.lesson.intents.includes(best),
        weight: kind === 'known' ? 1 : stress(kinds[kind]),
        usual: kind === 'stranger' ? (kinds.known * STRANGERS) / kinds.stranger : 1,
      };
    }),
  );
};

const kindOf = ({ lesson, stranger }: Tried): 'known' | 'strange' | 'stranger' => {
  if (stranger) return 'stranger';
  return lesson.intents[0] === OUT_OF_SCOPE ? 'strange' : 'known';
};

const SAYING_WORDS = 16;

/** What a short text is looked up by: its words without the marks. */
export const sayingOf = (words: readonly string[]): string =>
  words.filter((word) => !isMark(word)).join(' ');

const sayingsOf = (lessons: readonly Lesson[]): ReadonlyMap<string, string> => {
  const found = new Map<string, Set<string>>();
  for (const { intents, words } of lessons) {
    const saying = sayingOf(words);
    const [intent] = intents;
    if (intent === undefined || saying.split(' ').length > SAYING_WORDS) continue;
    found.set(saying, (found.get(saying) ?? new Set()).add(intent));
  }
  return new Map(
    [...found].flatMap(([saying, intents]) => {
      const [only, ...others] = intents;
      return only === undefined || others.length > 0 ? [] : [[saying, only]];
    }),
  );
};
