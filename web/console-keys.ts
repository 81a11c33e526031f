import type { Desk } from './console-desk.ts';
import { goTo } from './console-place.ts';
import { isMine, listOf } from './console-state.ts';
import { insertNext } from './console-suggest.tsx';

/** The keys that do something by themselves, as the help shows them. */
export const KEYS = ['j', 'k', 't', 'r', 's', 'n', 'e', 'c', '?'] as const;

/** Answers single keys, unless somebody types, a question is on top, or the agent has switched them off. */
export const listenKeys = (desk: Desk): void => {
  addEventListener('keydown', (event) => {
    const { state } = desk;
    if (event.ctrlKey || event.metaKey || event.altKey || state.phase.value.kind !== 'in') return;
    if (state.dialog.value !== 'none' || isTyping(event.target)) return;
    if (!state.choices.value.keys) return;
    if (press(desk, event.key.toLowerCase())) event.preventDefault();
  });
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

const press = (desk: Desk, key: string): boolean => {
  switch (key) {
    case 'j':
      return step(desk, 1);
    case 'k':
      return step(desk, -1);
    case 't':
      return take(desk);
    case 'r':
      return focusOn('#words-reply, #mode-reply');
    case 's':
      return document.querySelector('.suggest') !== null && insertNext(desk);
    case 'n':
      return focusOn('#words-note, #mode-note');
    case 'e':
      return ask(desk);
    case 'c':
      return correct(desk);
    case '?':
      desk.state.dialog.value = 'help';
      return true;
    default:
      return false;
  }
};

const step = ({ state }: Desk, by: 1 | -1): boolean => {
  const list = listOf(state, state.tab.value);
  const here = list.findIndex(({ id }) => id === state.openId.value);
  const next = list[here === -1 ? 0 : here + by];
  if (next !== undefined) goTo(next.id);
  return true;
};

const take = (desk: Desk): boolean => {
  const kind = desk.state.open.value?.detail.holder.kind;
  if (kind === 'queue' || kind === 'bot') desk.order({ type: 'take' });
  return true;
};

const ask = ({ state }: Desk): boolean => {
  const holder = state.open.value?.detail.holder;
  if (holder !== undefined && isMine(state, holder)) state.dialog.value = 'close';
  return true;
};

const correct = ({ state }: Desk): boolean => {
  if (state.open.value !== undefined && state.page.value === undefined) {
    state.dialog.value = 'correct';
  }
  return true;
};

/** Focuses the text field; where the other mode is on, its switch is pressed first. */
const focusOn = (selector: string): boolean => {
  const [field, mode] = selector.split(', ').map((one) => document.querySelector<HTMLElement>(one));
  if (field === null || field === undefined) mode?.click();
  else field.focus();
  return true;
};
