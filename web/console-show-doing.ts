import { effect } from '@preact/signals';
import type { Api } from './console-api.ts';
import { meOf, type State } from './console-state.ts';

/** Colleagues are told again this often, ms; the server forgets after 25 s. */
const AGAIN = 10_000;

/** Whoever has not touched a key for this long, ms, only looks. */
const PAUSE = 8_000;

/** Tells colleagues which conversation is looked at, and when somebody writes to the tenant there. */
export const showDoing = (api: Api, state: State): void => {
  let shown: string | undefined;
  let typed = Number.NEGATIVE_INFINITY;
  let told: 'viewing' | 'typing' = 'viewing';

  const tell = (): void => {
    if (shown === undefined) return;
    told = Date.now() - typed < PAUSE ? 'typing' : 'viewing';
    api.show(shown, told);
  };
  const goTo = (next: string | undefined): void => {
    if (next === shown) return;
    if (shown !== undefined) api.show(shown, 'gone');
    shown = next;
    typed = Number.NEGATIVE_INFINITY;
    tell();
  };
  const place = (): string | undefined =>
    document.hidden || meOf(state) === undefined ? undefined : state.openId.value;

  effect(() => goTo(place()));
  document.addEventListener('visibilitychange', () => goTo(place()));
  addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.id !== 'words-reply') return;
    typed = Date.now();
    if (told !== 'typing') tell();
  });
  setInterval(tell, AGAIN);
};
