import { effect } from '@preact/signals';
import { meOf, type State } from './console-state.ts';
import type { Summary } from './console-wire.ts';
import { tenantName, wordsOf } from './console-words.ts';

/** Tells somebody whose conversation a colleague has taken over. */
export const watchTaken = (state: State): void => {
  let mine: ReadonlySet<string> = new Set();
  effect(() => {
    const me = meOf(state)?.agent.id;
    const held = newest(state);
    for (const one of held) {
      if (one.holder.kind !== 'agent' || one.holder.agent.id === me || !mine.has(one.id)) continue;
      if (isPassedOn(state, one.id)) continue;
      const tenant = tenantName(one, wordsOf(state.language.peek()));
      const values = { name: one.holder.agent.name, tenant };
      state.notice.value = { key: 'taken_from_you', values, kind: 'told' };
    }
    const own = held.filter(({ holder }) => holder.kind === 'agent' && holder.agent.id === me);
    mine = new Set(own.map(({ id }) => id));
  });
};

/** Whether this person is just handing it to a colleague. */
const isPassedOn = ({ pending }: State, id: string): boolean =>
  pending
    .peek()
    .some(({ conversation, command }) => conversation === id && command.type === 'transfer');

/** What is known of the conversations agents hold: the list is sometimes older than the one that is open. */
const newest = ({ lists, open }: State): readonly Summary[] => {
  const shown = open.value?.detail;
  if (shown === undefined) return lists.value.agent;
  const others = lists.value.agent.filter(({ id, rev }) => id !== shown.id || rev > shown.rev);
  return others.some(({ id }) => id === shown.id) ? others : [...others, shown];
};
