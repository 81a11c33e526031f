import type { IntentCard } from '../bot/index.ts';
import type { SlotCard } from './content.ts';
import { type Moment, remember, words } from './moment.ts';

/** Says once per conversation, before somebody writes freely, what is better left out. */
export const warnOnce = (moment: Moment, text: string): { moment: Moment; text: string } => {
  if (moment.state.warned === true) return { moment, text };
  const warned = `${words(moment, 'free_text_warning')}\n${text}`;
  return { moment: remember(moment, { warned: true }), text: warned };
};

/** Whether people answer a question with a story of their own; in danger nothing is added to a question. */
export const isFreeText = (card: SlotCard, request: IntentCard | undefined): boolean =>
  request?.priority !== 'P0' &&
  (card.told !== undefined ||
    (card.free === true && card.figures !== true && card.choices.length === 0));

/** Tells that a number was taken out of the message; nothing stands before a safety text. */
export const tellMasked = (moment: Moment): Moment => {
  const { replies, tools, text } = moment;
  const [first, ...others] = replies;
  const hidden = Object.values(tools.content.sensitive.labels).some((label) =>
    text.includes(label),
  );
  if (!hidden || first === undefined || first.safety !== undefined) return moment;
  const told = { ...first, text: `${words(moment, 'number_masked')}\n${first.text}` };
  return { ...moment, replies: [told, ...others] };
};
