import { readPaint } from './colour.ts';
import words from './embed.json';

/** The address of the style of the button and the panel, put in by the build. */
declare const LOGE_STYLE: string;

const PLAIN = { paint: '#1f5f4a', ink: '#fff' };

const make = document.createElement.bind(document);

type Parts = { readonly origin: string; readonly src: string; readonly say: (typeof words)['fr'] };

/** The panel comes into being at the first click: before it, nothing is fetched and nothing is kept. */
const createPanel = (root: ShadowRoot, { origin, src, say }: Parts) => {
  const button = make('button');
  const count = make('b');
  const status = make('output');
  const frame = make('iframe');
  frame.title = say.frame;
  frame.allow = 'clipboard-write';
  frame.hidden = true;
  button.append(say.open, count);
  root.append(button, status);
  let opener: HTMLElement = button;
  const show = (shown: boolean, from = opener) => {
    opener = from;
    if (!frame.src) {
      frame.src = src;
      root.append(frame);
    }
    frame.hidden = !shown;
    button.hidden = shown;
    frame.contentWindow?.postMessage({ loge: { shown } }, origin);
    (shown ? frame : opener).focus();
  };
  const unseen = (number: number) => {
    count.textContent = number > 0 ? String(number) : '';
    status.textContent = number > 0 && frame.hidden ? `${number} ${say.unread}` : '';
  };
  button.onclick = () => show(true, button);
  return { frame, show, unseen };
};

const start = (script: HTMLScriptElement): void => {
  const { lang = document.documentElement.lang, color, position } = script.dataset;
  const { origin } = new URL(script.src);
  const language = /^en/i.test(lang) ? 'en' : 'fr';
  const { paint, ink } = readPaint(color) ?? PLAIN;
  const query = new URLSearchParams({ lang: language, color: paint, host: location.origin });
  const place = make('div');
  place.className = position ?? '';
  place.hidden = true;
  place.style.cssText = `--p:${paint};--i:${ink}`;
  document.documentElement.append(place);
  const root = place.attachShadow({ mode: 'open' });
  const style = make('link');
  style.rel = 'stylesheet';
  style.href = origin + LOGE_STYLE;
  style.onload = () => {
    place.hidden = false;
  };
  root.append(style);
  listen(
    createPanel(root, { origin, src: `${origin}/widget?${query}`, say: words[language] }),
    origin,
  );
};

/** Hears the panel, the Escape key, and every element of the page that is marked to open the panel. */
const listen = ({ frame, show, unseen }: ReturnType<typeof createPanel>, origin: string): void => {
  addEventListener('message', ({ data, origin: from, source }) => {
    if (from !== origin || source !== frame.contentWindow) return;
    if (data.loge?.close) show(false);
    if (data.loge && 'unseen' in data.loge) unseen(Number(data.loge.unseen));
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !frame.hidden) show(false);
  });
  addEventListener('click', (event) => {
    for (const opener of event.composedPath())
      if (opener instanceof HTMLElement && 'logeOpen' in opener.dataset) {
        event.preventDefault();
        show(true, opener);
      }
  });
};

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script);
