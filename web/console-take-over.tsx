import type { Desk } from './console-desk.ts';
import { isMine, meOf } from './console-state.ts';
import type { Summary } from './console-wire.ts';
import type { Words } from './console-words.ts';

/** The button with which a conversation is taken over from a colleague, for those who may. */
export const TakeOver = (props: {
  readonly desk: Desk;
  readonly say: Words;
  readonly detail: Summary;
}) => {
  const { desk, say, detail } = props;
  const { holder, danger } = detail;
  const role = meOf(desk.state)?.agent.role;
  if (holder.kind !== 'agent' || isMine(desk.state, holder)) return undefined;
  if (role === 'agent' && !danger) return undefined;
  const { id, name } = holder.agent;
  return (
    <button
      type="button"
      class="second"
      onClick={() => desk.order({ type: 'take_over', from: id })}
    >
      {say('take_over', { name })}
    </button>
  );
};
