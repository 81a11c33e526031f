import type { Language } from '../bot/index.ts';
import { type Html, html } from './html.ts';

/** What stands around the content of every page for tenants. */
export type PageFrame = {
  readonly language: Language;
  readonly brand: string;
  readonly title: string;
  readonly skip: string;
  /** What the choice of a language is called. */
  readonly languages: string;
  readonly home: string;
  /** The address of the same page, to which the language is added. */
  readonly path: string;
  /** The address of its style sheet. */
  readonly style: string;
  /** A page about one tenant is kept out of search engines. */
  readonly hidden: boolean;
  readonly main: Html;
  /** What stands above the way home. */
  readonly foot: Html;
};

/** Writes a whole page: landmarks, a skip link, the other language, and no script. */
export const layout = (frame: PageFrame): string => {
  const { language, brand, main, foot, home, path } = frame;
  const other = language === 'fr' ? 'en' : 'fr';
  const there = `${path}${path.includes('?') ? '&' : '?'}lang=${other}`;
  const { html: body } = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${frame.hidden ? html`<meta name="robots" content="noindex">` : undefined}
<title>${frame.title} · ${brand}</title><link rel="stylesheet" href="${frame.style}"></head>
<body><a class="skip" href="#main">${frame.skip}</a>
<header><a class="brand" href="/">${brand}</a>
<nav aria-label="${frame.languages}"><a href="${there}" lang="${other}" hreflang="${other}">${LANGUAGES[other]}</a></nav></header>
<main id="main" tabindex="-1">${main}</main>
<footer>${foot}<p><a href="/">${home}</a></p></footer></body></html>
`;
  return body;
};

/** Each language calls itself by its own name. */
const LANGUAGES = { fr: 'Français', en: 'English' } as const;
