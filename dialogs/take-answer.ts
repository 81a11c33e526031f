import type { Frame, SlotValue } from '../bot/index.ts';
import { type SlotCard, slotCard } from './content.ts';
import { advance } from './form.ts';
import { gather } from './gather.ts';
import { type Moment, noting, swap, topOf } from './moment.ts';

/** Takes an answer, and what else was told with it; the form goes on. */
export const take = (moment: Moment, frame: Frame, value: SlotValue, before?: string): Moment => {
  const { asked = '' } = frame;
  const card = moment.tools.catalogue.get(frame.intent ?? '');
  const pressed = moment.choice !== undefined || card === undefined;
  const slots = { ...(pressed ? {} : gather(moment, card)), ...frame.slots, [asked]: value };
  const next = swap(moment, noting({ ...frame, slots }, { tries: 0, correcting: false }));
  return advance(next, before === undefined ? {} : { before });
};

/** The question the form in progress asked last. */
export const askedCard = (moment: Moment): SlotCard | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined) return undefined;
  return slotCard(moment.tools.content, frame.asked, frame.intent);
};
