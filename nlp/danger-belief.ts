import { type Belief, learnBelief } from './belief.ts';
import type { Classifier, Opinion } from './classifier.ts';
import type { Rules, Ruling } from './danger-rules.ts';
import { isDanger } from './domain.ts';
import type { Case } from './logistic.ts';
import { ruleBoth } from './rule-both.ts';
import type { Tried } from './trial.ts';

/** A danger that is missed weighs as much as so many needless alarms. */
const MISSED = 6;

/** A text judged whole and in parts, and what the rules say of it. */
export type Evidence = {
  readonly opinion: Opinion;
  readonly parts: readonly Opinion[];
  readonly ruling: Ruling;
};

const onOdds = (share: number): number => Math.log((share + 0.003) / (1.003 - share)) / 3;

/** What speaks for a danger that is there now: the rules and the classifier, each in its own way. */
export const dangerSignals = (
  { intents }: Pick<Classifier, 'intents'>,
  { opinion, parts, ruling: { dangers, dismissed } }: Evidence,
): readonly number[] => {
  const dangerous = intents.flatMap((id, at) => (isDanger(id) ? [at] : []));
  const sumIn = ({ shares }: Opinion) =>
    dangerous.reduce((total, at) => total + (shares[at] ?? 0), 0);
  const sum = sumIn(opinion);
  const certainty = dangers[0]?.certainty;
  return [
    opinion.danger,
    sum,
    Math.max(0, ...dangerous.map((at) => opinion.shares[at] ?? 0)),
    onOdds(sum),
    onOdds(Math.max(sum, ...parts.map(sumIn))),
    Math.max(opinion.danger, ...parts.map(({ danger }) => danger)),
    opinion.strange,
    certainty === 'now' ? 1 : 0,
    certainty === 'doubt' ? 1 : 0,
    dismissed.size > 0 ? 1 : 0,
  ];
};

/** What held-out texts teach about danger. */
export const dangerCases = (tried: readonly Tried[], rules: Rules): readonly Case[] =>
  tried
    .filter(({ stranger }) => !stranger)
    .map(({ lesson, classifier, opinion, parts, words }) => ({
      signals: dangerSignals(classifier, {
        opinion,
        parts,
        ruling: ruleBoth(rules, { written: lesson.words, words }),
      }),
      held: lesson.intents.some(isDanger),
      weight: 1,
    }));

/** From where on the chance of a danger costs more than a needless alarm. */
export const DANGER_ENOUGH = 1 / (1 + MISSED);

/** How signals become the chance of a danger; nothing where no text tells of one. */
export const dangerFrom = (cases: readonly Case[]): Belief | undefined => {
  const dangers = cases.filter(({ held }) => held).length;
  return dangers === 0 || dangers === cases.length ? undefined : learnBelief(cases);
};
