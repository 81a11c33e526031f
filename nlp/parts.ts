import type { Span } from '../bot/index.ts';
import type { Correct } from './correct.ts';
import { isRequest } from './domain.ts';
import { type Judgement, judge } from './judge.ts';
import type { Model } from './model.ts';
import { segmentsOf } from './segments.ts';
import { sayingOf } from './train-model.ts';

/** A part of a text, judged as if it stood alone. */
export type Part = { readonly span: Span; readonly judged: Judgement };

/** "Bonjour", "merci d'avance": no request, and nothing to judge. */
const isSmallTalk = ({ sayings }: Model, words: readonly string[]): boolean => {
  const known = sayings.get(sayingOf(words));
  return known !== undefined && !isRequest(known);
};

/** A text known as it stands, or short and so surely one thing, is not taken apart. */
const ONE_THING = 0.97;
const SHORT = 45;
const UNSEEN = /\p{Cf}/gu;

/** The parts of a text, each judged; none when the text is one piece. */
export const partsOf = (
  model: Model,
  correct: Correct,
  { text, whole }: { readonly text: string; readonly whole: Judgement },
): readonly Part[] => {
  if (whole.known) return [];
  if (whole.confidence >= ONE_THING && text.replace(UNSEEN, '').length <= SHORT) return [];
  const segments = segmentsOf(text).filter(({ words }) => !isSmallTalk(model, words));
  if (segments.length < 2) return [];
  return segments.map(({ span, words }) => ({
    span,
    judged: judge(model, { written: words, words: words.flatMap(correct) }),
  }));
};
