import type { Frame, Slots } from '../bot/index.ts';
import { type Moment, textIn, unasked } from './moment.ts';

/** The requests of this conversation that can be corrected, newest first. */
export const registered = ({ state }: Moment): readonly Frame[] =>
  state.stack.filter(({ dialog }) => dialog === 'after').toReversed();

/** What was corrected stays at hand, and nothing is asked any more. */
export const replaceFacts = (moment: Moment, frame: Frame, slots: Slots): Moment => {
  const code = textIn(frame, 'code');
  const next = { ...unasked(frame), slots, memory: { code } };
  const stack = moment.state.stack.map((one) =>
    one.dialog === 'after' && textIn(one, 'code') === code ? next : one,
  );
  return { ...moment, state: { ...moment.state, stack } };
};
