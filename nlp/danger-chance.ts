import { believe } from './belief.ts';
import { dangerSignals } from './danger-belief.ts';
import type { Ruling } from './danger-rules.ts';
import type { Judgement } from './judge.ts';
import type { Model } from './model.ts';
import type { Part } from './parts.ts';

/** How likely a danger is that only a rule sees, where no example tells of one. */
const RULED = 0.97;

/** What the rules say of a text, and its parts. */
export type Signs = { readonly ruling: Ruling; readonly parts: readonly Part[] };

/** How likely the rules and the classifier together find a danger that is there now. */
export const chanceOfDanger = (
  { danger, classifier }: Model,
  { opinion }: Judgement,
  { ruling, parts }: Signs,
): number => {
  const ruled = ruling.dangers[0];
  if (danger === undefined) return ruled?.certainty === 'now' ? RULED : 0;
  const opinions = parts.map(({ judged }) => judged.opinion);
  const learned = believe(danger, dangerSignals(classifier, { opinion, parts: opinions, ruling }));
  return Math.max(learned, ruled?.certainty === 'now' ? agreement(ruled.intent, parts) : 0);
};

/** Where a rule speaks plainly and a part is this likely to tell of the same, no whole speaks against it. */
const AGREES = 0.7;

/** As likely as the part of a long text that tells of this danger and little else. */
const agreement = (intent: string, parts: readonly Part[]): number => {
  const said = parts.map(({ judged }) => judged.ranked.find(({ id }) => id === intent)?.p ?? 0);
  return Math.max(0, ...said.filter((p) => p >= AGREES));
};
