import type { Desk } from './console-desk.ts';
import { meOf } from './console-state.ts';
import type { Words } from './console-words.ts';

/** Which colleagues look at the same conversation, and who of them is writing. */
export const Others = (props: {
  readonly desk: Desk;
  readonly say: Words;
  readonly id: string;
}) => {
  const { desk, say, id } = props;
  const me = meOf(desk.state)?.agent.id;
  const others = (desk.state.present.value[id] ?? []).filter((one) => one.id !== me);
  if (others.length === 0) return undefined;
  const typing = others.filter(({ doing }) => doing === 'typing');
  const shown = typing.length > 0 ? typing : others;
  const names = shown.map(({ name }) => name).join(', ');
  const word = typing.length > 0 ? 'typing' : 'viewing';
  return (
    <p class="held others" aria-live="off">
      {say(shown.length > 1 ? `${word}_many` : word, { names })}
    </p>
  );
};
