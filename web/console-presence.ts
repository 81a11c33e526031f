import type { Api } from './console-api.ts';
import type { State } from './console-state.ts';

/** Somebody who works is told to the server at most this often, ms. */
const PULSE = 4 * 60_000;

/** The end of a session is announced this long before, ms. */
export const WARN_BEFORE = 3 * 60_000;

/** Tells the server that somebody is there when keys or the pointer say so. */
export const tellPresence = (api: Api, state: State): void => {
  let told = Date.now();
  const pulse = async (): Promise<void> => {
    if (state.phase.value.kind !== 'in' || Date.now() - told < PULSE) return;
    told = Date.now();
    const me = await api.whoAmI();
    if (me.kind === 'ok' && state.phase.value.kind === 'in') {
      state.phase.value = { kind: 'in', me: me.body };
    }
  };
  for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, pulse);
};
