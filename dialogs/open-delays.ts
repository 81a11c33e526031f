import type { Condition, Delay, Instant, IntentCard, Qualify, Slots } from '../bot/index.ts';
import { delaysOf } from './delay.ts';

/**
 * The delays that what is told of a request leaves open, most urgent first: each answer that may still come is judged by
 * the function that computes due dates. All of them while nothing is told.
 */
export const openDelays = (
  qualify: Qualify,
  card: IntentCard,
  { slots, now }: { readonly slots: Slots; readonly now: Instant },
): readonly Delay[] => {
  const all = delaysOf(card);
  if (Object.keys(slots).length === 0) return all.map(({ delay }) => delay);
  const possible = casesOf(card, slots)
    .map((facts) => qualify({ intent: card.id, slots: facts, now }))
    .flatMap(({ priority, route }) => (route === undefined ? [priority] : []));
  return all.filter(({ priority }) => possible.includes(priority)).map(({ delay }) => delay);
};

/** What is told, with every combination of the answers that are still asked for and that matter. */
const casesOf = (card: IntentCard, slots: Slots): readonly Slots[] =>
  card.slots.required
    .filter((slot) => slots[slot] === undefined)
    .reduce<readonly Slots[]>(
      (cases, slot) =>
        cases.flatMap((facts) => [
          facts,
          ...decisive(card, slot).map((value) => ({ ...facts, [slot]: { value, said: value } })),
        ]),
      [slots],
    );

/** The answers to a question on which the priority depends. */
const decisive = ({ rules }: IntentCard, slot: string): readonly string[] => {
  const values = rules.flatMap(({ when }) => when.flat()).flatMap((one) => valuesOf(one, slot));
  return [...new Set(values)];
};

const valuesOf = (condition: Condition, slot: string): readonly string[] => {
  if ('season' in condition || condition.slot !== slot) return [];
  return 'is' in condition ? condition.is : [String(condition.below - 1)];
};
