import { render } from 'preact';
import { createChat } from './chat.ts';
import { readPaint } from './colour.ts';
import { PACE } from './direct-line.ts';
import { createCalls } from './direct-line-calls.ts';
import { createFrameHost, originOf } from './frame-host.ts';
import { createKeep } from './keep.ts';
import { createPhotoKeep } from './photo-keep.ts';
import { Widget } from './widget-view.tsx';
import { languageOf } from './words.ts';

/** How long a call may take on a bad line, ms. */
const PATIENCE = 20_000;

const asked = new URLSearchParams(location.search);
const now = () => Date.now();

const storage = (): Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
};

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const chat = createChat({
  calls: createCalls({
    base: '/v3/directline',
    fetch: (...call) => fetch(...call),
    now,
    timeout: PATIENCE,
  }),
  openSocket: (url) => new WebSocket(url),
  keep: createKeep(storage()),
  photos: createPhotoKeep(typeof indexedDB === 'undefined' ? undefined : indexedDB),
  now,
  random: () => Math.random(),
  newId,
  pace: PACE,
  language: languageOf(asked.get('lang') ?? navigator.language) ?? 'fr',
});

const paint = readPaint(asked.get('color') ?? '');
if (paint !== undefined) {
  document.documentElement.style.setProperty('--paint', paint.paint);
  document.documentElement.style.setProperty('--on-paint', paint.ink);
}

addEventListener('online', () => chat.wake(true));
addEventListener('offline', () => chat.offline());
addEventListener('pageshow', ({ persisted }) => chat.wake(persisted));
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) chat.wake(false);
});

const root = document.getElementById('widget');
if (root !== null) {
  const host = createFrameHost(window, originOf(asked.get('host') ?? undefined));
  render(<Widget chat={chat} host={host} />, root);
  chat.start();
}
