import type { Understand, Understanding } from '../bot/index.ts';
import type { Correction } from './corrections.ts';
import { createUnderstand } from './create-understand.ts';
import { createDangerRules, type Ruling } from './danger-rules.ts';
import { isDanger } from './domain.ts';
import type { Example } from './examples.ts';
import { createJudge, type Judgement } from './judge.ts';
import type { Model } from './model.ts';
import { createNearTexts, type Near, SAME } from './near-texts.ts';
import { spokenBy } from './rule-both.ts';
import { readWords } from './words.ts';

/** What is known before the corrections: the model that has not seen them, and what it learned from. */
export type Known = { readonly present: Model; readonly examples: readonly Example[] };

/** All that speaks for or against a correction. */
export type Seen = {
  readonly correction: Correction;
  readonly harmless: boolean;
  readonly understood: Understanding;
  readonly judged: Judgement;
  readonly ruling: Ruling;
  /** Examples that say the same in the same words. */
  readonly alike: readonly Near[];
  /** Other lines of the file that do. */
  readonly others: readonly Near<Correction>[];
};

/** Builds the look at one correction, beside what is known and the other lines of its file. */
export const createLook = (corrections: readonly Correction[], { present, examples }: Known) => {
  const understand: Understand = createUnderstand(present);
  const judge = createJudge(present);
  const rules = createDangerRules();
  const nearExamples = createNearTexts(examples);
  const nearLines = createNearTexts(corrections, examples);
  return (correction: Correction): Seen => {
    const { text, intents } = correction;
    return {
      correction,
      harmless: !intents.some(isDanger),
      understood: understand(text, {}),
      judged: judge(text),
      ruling: rules.read(spokenBy(readWords(text))),
      alike: nearExamples(text).filter(isSame),
      others: nearLines(text).filter((one) => isSame(one) && one.example !== correction),
    };
  };
};

const isSame = ({ likeness }: Near): boolean => likeness >= SAME;
