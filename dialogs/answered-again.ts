import type { Frame, Slots } from '../bot/index.ts';
import { slotCard } from './content.ts';
import type { DangerPath } from './danger-path.ts';
import { advance } from './form.ts';
import { type Moment, swap, topOf } from './moment.ts';
import { worded } from './read-answer.ts';
import { askedCard } from './take-answer.ts';

/** "Je suis sorti" answers again what a danger asked before; it is taken, and the open question stands. */
export const answeredAgain = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const path = moment.tools.content.dangers.get(frame?.intent ?? '');
  const asked = askedCard(moment);
  if (frame === undefined || path === undefined || moment.choice !== undefined) return undefined;
  if (asked !== undefined && worded(moment, asked) !== undefined) return undefined;
  const facts = /\d/.test(moment.text) ? {} : answersIn(moment, frame, path);
  if (Object.keys(facts).length === 0) return undefined;
  return advance(swap(moment, { ...frame, slots: { ...frame.slots, ...facts } }));
};

const answersIn = (moment: Moment, frame: Frame, { turns }: DangerPath): Slots =>
  Object.fromEntries(
    turns.flatMap(({ slot }) => {
      const before = frame.slots[slot];
      const card = slotCard(moment.tools.content, slot, frame.intent);
      const said = before === undefined || card === undefined ? undefined : worded(moment, card);
      return said === undefined || said.value === before?.value ? [] : [[slot, said] as const];
    }),
  );
