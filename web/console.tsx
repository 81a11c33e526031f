import { render } from 'preact';
import { createAccountApi } from './console-account-api.ts';
import { hindranceOf } from './console-account-organisation.tsx';
import { createBell, watchDanger } from './console-alarm.ts';
import { createApi } from './console-api.ts';
import { createDesk } from './console-desk.ts';
import { createDrafts } from './console-drafts.ts';
import { listenKeys } from './console-keys.ts';
import { tellPresence } from './console-presence.ts';
import { showDoing } from './console-show-doing.ts';
import { type Choices, createState, PAGES } from './console-state.ts';
import { watchTaken } from './console-taken.ts';
import { Console } from './console-view.tsx';
import { createKeep, type Keep } from './keep.ts';
import { languageOf } from './words.ts';

/** The clock on the page, ms. */
const TICK = 10_000;

const LINK = /^#link=([\w-]+)$/;
const HINDRANCE = /^#oidc=(\w+)$/;
const CONVERSATION = /^#c=(.+)$/;

const choicesOf = (keep: Keep): Choices => {
  const kept = keep.get('desk-choices') ?? '';
  return { sound: !kept.includes('"sound":false'), keys: !kept.includes('"keys":false') };
};

const hashed = (pattern: RegExp): string | undefined => pattern.exec(location.hash)?.[1];

const keep = createKeep(localStorage);
const language = languageOf(keep.get('desk-language') ?? navigator.language) ?? 'fr';
const state = createState(language, choicesOf(keep), Date.now());
const api = createApi((...call) => fetch(...call));
const token = hashed(LINK);
const hindrance = hashed(HINDRANCE);
if (hindrance !== undefined) state.notice.value = { key: hindranceOf(hindrance), kind: 'warned' };
if (token !== undefined || hindrance !== undefined) {
  history.replaceState(undefined, '', location.pathname);
}
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
const accountApi = (signedOut: () => void) =>
  createAccountApi((...call) => fetch(...call), signedOut);
const desk = createDesk({ api, accountApi, state, keep, drafts: createDrafts(keep), newId, token });

// The address says which conversation is open: reloading and going back work as everywhere.
const follow = (): void => {
  const id = hashed(CONVERSATION);
  desk.open(id === undefined ? undefined : decodeURIComponent(id));
  state.page.value = PAGES.find((page) => location.hash === `#${page}`);
};
addEventListener('hashchange', follow);
follow();
setInterval(() => {
  state.now.value = Date.now();
}, TICK);
watchDanger(state, createBell());
watchTaken(state);
tellPresence(api, state);
showDoing(api, state);
listenKeys(desk);

const root = document.getElementById('console');
if (root !== null) render(<Console desk={desk} />, root);
desk.start();
