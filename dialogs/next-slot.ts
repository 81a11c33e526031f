import type { IntentCard, Slots } from '../bot/index.ts';
import { slotCard } from './content.ts';
import type { Moment } from './moment.ts';
import { LEASE } from './read-proof.ts';
import { withProof } from './who-speaks.ts';

/** The next fact to ask for: as a danger's table says, else where it is, what decides how fast we come, and who it is last. */
export const nextSlot = (moment: Moment, card: IntentCard, slots: Slots): string | undefined => {
  const { content } = moment.tools;
  const questions =
    content.dangers.get(card.id)?.questions ?? withProof(moment, { card, slots }, inOrder(card));
  const open = questions.filter((slot) => slots[slot] === undefined);
  return open.find((slot) => {
    const governing = slotCard(content, slot, card.id)?.only?.slot;
    return governing === undefined || slots[governing] !== undefined || !open.includes(governing);
  });
};

const inOrder = (card: IntentCard): readonly string[] => {
  const decisive = card.rules
    .flatMap(({ when }) => when.flat())
    .flatMap((condition) => ('slot' in condition ? [condition.slot] : []));
  const rank = (slot: string): number => {
    if (slot === 'address') return 0;
    if (slot === LEASE) return 3;
    return decisive.includes(slot) ? 1 : 2;
  };
  return [...card.slots.required].sort((one, two) => rank(one) - rank(two));
};

/** Facts that follow from others are not asked. */
export const withImplied = (moment: Moment, card: IntentCard, slots: Slots): Slots => {
  const implied = card.slots.required.flatMap((id) => {
    const twin = slots[TWINS[id] ?? ''];
    if (twin !== undefined) return [[id, twin]];
    const only = slotCard(moment.tools.content, id, card.id)?.only;
    const governing = only === undefined ? undefined : slots[only.slot];
    if (only === undefined || governing === undefined) return [];
    return only.is.includes(governing.value) ? [] : [[id, { value: only.otherwise, said: '' }]];
  });
  return { ...Object.fromEntries(implied), ...slots };
};

/** The same fact under two names. */
const TWINS: Readonly<Record<string, string>> = { room: 'rooms', rooms: 'room' };
