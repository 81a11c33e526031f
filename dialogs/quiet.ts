import type { Dialog, Frame } from '../bot/index.ts';
import type { Moment } from './moment.ts';
import { push, say, tell } from './moment.ts';
import { register } from './register.ts';

/** Says nothing any more where writing is not safe: what comes in is for the person who was called. */
export const quiet: Dialog<Moment> = {
  id: 'silent',
  interrupt: (moment) => (isSilent(moment) ? moment : undefined),
};

/** Whether the tenant said that it is not safe to write to them. */
export const isSilent = ({ state }: Moment): boolean =>
  state.stack.some(({ dialog }) => dialog === 'silent');

/** Registers what is known without a receipt, and falls silent until a person gives the conversation back. */
export const fallSilent = (moment: Moment, frame: Frame, said: readonly string[]): Moment => {
  const registered = { ...register(moment, frame), replies: moment.replies };
  const silent = push(registered, { dialog: 'silent', slots: {}, memory: {} });
  return said.length === 0 ? say(silent, 'silent') : tell(silent, said.join('\n'));
};
