import { html } from './html.ts';
import type { PhotoWording } from './photo-page-words.ts';

/** What the page shows: the form, with what was wrong, or how it ended. */
export type PhotoPage =
  | { readonly kind: 'form'; readonly fault?: string; readonly status: number }
  | { readonly kind: 'done' | 'used' | 'over' | 'down'; readonly status: number };

/** The page as HTML; it needs no script. */
export const photoPageHtml = (
  { language, say }: PhotoWording,
  page: PhotoPage,
  path: string,
): string => {
  const title = say(`title_${page.kind}`);
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - ${say('brand')}</title><link rel="stylesheet" href="/suivi.css"></head>
<body><a class="skip" href="#main">${say('skip')}</a>
<header><a class="brand" href="/">${say('brand')}</a>
<nav aria-label="${say('languages')}"><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${NAMES[other]}</a></nav></header>
<main id="main" tabindex="-1"><h1>${title}</h1>
${page.kind === 'form' ? form(say, page, `${path}?lang=${language}`) : html`<p>${say(`${page.kind}_text`)}</p>`}
</main></body>
</html>
`.html;
};

const NAMES = { fr: 'Français', en: 'English' } as const;

const form = (
  say: PhotoWording['say'],
  { fault }: Extract<PhotoPage, { kind: 'form' }>,
  action: string,
) => html`<p>${say('form_intro')}</p>
<form method="post" action="${action}" enctype="multipart/form-data">
${fault === undefined ? undefined : html`<p class="notice" role="alert" id="fault">${fault}</p>`}
<label for="photo">${say('form_label')}</label>
<p class="quiet" id="hint">${say('form_hint')}</p>
<input id="photo" name="photo" type="file" accept="image/*" required aria-describedby="${fault === undefined ? 'hint' : 'fault hint'}">
<button type="submit">${say('form_button')}</button></form>`;
