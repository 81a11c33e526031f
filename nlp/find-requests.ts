import type { IntentGuess } from '../bot/index.ts';
import { isRequest } from './domain.ts';
import { type Judgement, judge } from './judge.ts';
import type { Model } from './model.ts';
import { segmentsOf } from './segments.ts';

/** How sure a part of a text must be to count as a request of its own. */
const PART_SURE = 0.6;
/** The same when the whole text speaks for it too. */
const PART_BACKED = 0.45;
const BACKED = 0.05;

/** The requests in a text beside the first: what its parts ask for when they are read alone. */
export const findRequests = (
  model: Model,
  words: readonly string[],
  whole: Judgement,
): readonly IntentGuess[] => {
  const parts = segmentsOf(words);
  if (parts.length < 2) return [];
  const found = new Map<string, number>();
  for (const part of parts) {
    const { ranked, confidence } = judge(model, part);
    const id = ranked[0]?.id ?? '';
    if (!isRequest(id)) continue;
    const backing = whole.opinion.ranked.find((guess) => guess.id === id)?.p ?? 0;
    if (confidence < (backing >= BACKED ? PART_BACKED : PART_SURE)) continue;
    found.set(id, Math.max(found.get(id) ?? 0, confidence));
  }
  return [...found].map(([id, p]) => ({ id, p })).sort((one, two) => two.p - one.p);
};
