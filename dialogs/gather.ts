import type { IntentCard, Slots } from '../bot/index.ts';
import { slotCard } from './content.ts';
import { shorten, wordCount } from './fold.ts';
import type { Moment } from './moment.ts';
import { factSaid, readAnswer, worded } from './read-answer.ts';

/** Facts that help whoever comes, for any request. */
const DETAILS: readonly string[] = ['floor_level'];

/** Facts about places are settled with the tenant, never taken silently. */
const SETTLED: readonly string[] = ['address', 'lift_id', 'photo', 'callback_phone'];

/** The facts that a message tells by the way, for one kind of request. */
export const gather = (moment: Moment, { id, slots }: IntentCard): Slots => {
  const wanted = [...slots.required, ...slots.optional].filter((one) => !SETTLED.includes(one));
  const aboutThem = wanted.flatMap((slot) => asksLater(moment, slot, id)?.value ?? []);
  const found = [...wanted, ...DETAILS].flatMap((slot) => {
    const value = factIn(moment, slot, id);
    return value === undefined || aboutThem.includes(value.value) ? [] : [[slot, value] as const];
  });
  return Object.fromEntries(found);
};

/** "Je suis dehors" may answer a question that comes later: it says nothing about where the gas is. */
const asksLater = (moment: Moment, slot: string, intent: string): Slots[string] | undefined => {
  const card = slotCard(moment.tools.content, slot, intent);
  return card?.later === true ? worded(moment, card) : undefined;
};

const factIn = (moment: Moment, slot: string, intent: string): Slots[string] | undefined => {
  const said = factSaid(moment, slot);
  const card = slotCard(moment.tools.content, slot, intent);
  if (card === undefined) return said;
  if (card.kind === 'when' || card.kind === 'number') return said;
  if (card.kind === 'date') return readAnswer(moment, card);
  if (card.later === true) return undefined;
  return worded(moment, card) ?? (said === undefined ? undefined : readAnswer(moment, card));
};

/** What the first message tells: all facts, and itself where it describes the problem. */
export const gatherFirst = (moment: Moment, card: IntentCard): Slots => {
  const facts = gather(moment, card);
  const length = wordCount(moment.text);
  const text = { value: shorten(moment.text), said: shorten(moment.text) };
  const told = card.slots.required.filter(
    (slot) => length >= (slotCard(moment.tools.content, slot, card.id)?.told ?? Infinity),
  );
  return { ...Object.fromEntries(told.map((slot) => [slot, text] as const)), ...facts };
};
