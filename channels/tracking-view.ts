import type { Instant, PersonalView } from '../bot/index.ts';
import { type Html, html } from './html.ts';
import { layout } from './page-layout.ts';
import type { PageKey, Wording } from './tracking-words.ts';

/** A page ready to be sent. */
export type Page = {
  readonly status: number;
  readonly body: string;
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
};

/** One incident as the page shows it. */
export type ShownIncident = {
  readonly code: string;
  readonly name: string | undefined;
  readonly openedAt: Instant;
  readonly due: Instant;
  readonly late: boolean;
  readonly steps: readonly { readonly at: Instant; readonly by: string; readonly kind: string }[];
  readonly personal?: PersonalView & { readonly pictures: readonly string[] };
  readonly provable: boolean;
  readonly wrongProof: boolean;
};

/** The page that asks for a code. */
export const formPage = (words: Wording, bad?: { readonly typed: string }): Page => {
  const title = words.say('title_form');
  const main = html`<h1>${title}</h1>${codeForm(words, bad)}
<p class="quiet">${words.say('form_no_code')}</p>`;
  return page({ words, title, main, path: '/suivi', status: bad === undefined ? 200 : 400 });
};

/** The page for a code that no incident has. */
export const unknownPage = (words: Wording, code: string): Page => {
  const title = words.say('title_unknown');
  const main = html`<h1>${title}</h1><p>${words.say('unknown_text', { code: code.toUpperCase() })}</p>
<p>${words.say('unknown_retry')}</p>${codeForm(words)}`;
  return page({ words, title, main, path: '/suivi', status: 404 });
};

/** The page for somebody who has tried too often. */
export const busyPage = (words: Wording, retryAfter: number): Page => {
  const title = words.say('title_busy');
  const minutes = Math.ceil(retryAfter / 60);
  const main = html`<h1>${title}</h1><p>${words.say('busy_text', { minutes })}</p>`;
  return { ...page({ words, title, main, path: '/suivi', status: 429 }), retryAfter };
};

/** The page for a request we could not answer. */
export const downPage = (words: Wording, status: number): Page => {
  const title = words.say('title_down');
  const main = html`<h1>${title}</h1><p>${words.say('down_text')}</p>`;
  return page({ words, title, main, path: '/suivi', status });
};

/** The timeline of one incident. */
export const incidentPage = (words: Wording, shown: ShownIncident): Page => {
  const { say } = words;
  const name = shown.name ?? say('discreet');
  const path = `/suivi/${shown.code}`;
  const main = html`<h1>${name}</h1>
<dl class="facts">
${fact(say('code_label'), html`<span class="code">${shown.code}</span>`)}
${fact(say('status_label'), html`<span class="status">${say('status_received')}</span>`)}
${fact(say('promise_label'), html`<strong>${words.before(shown.due)}</strong>`)}
</dl>
${shown.late ? html`<p class="notice">${say('promise_late')}</p>` : undefined}
<section aria-labelledby="steps"><h2 id="steps">${say('timeline_title')}</h2>
<ol class="steps">${shown.steps.map((step) => stepItem(words, step))}
<li class="next"><strong>${say('next_step')}</strong><br><span>${words.before(shown.due)}</span></li></ol>
<p class="quiet">${say('keep_code')}</p></section>
${protectedPart(words, shown, path)}
<p><a href="/suivi?lang=${words.language}">${say('other')}</a></p>`;
  const status = shown.wrongProof ? 403 : 200;
  return page({
    words,
    title: `${say('title_incident', { code: shown.code })} · ${name}`,
    main,
    path,
    status,
  });
};

const protectedPart = (words: Wording, shown: ShownIncident, path: string): Html | undefined => {
  if (shown.personal !== undefined) return details(words, shown.personal);
  return shown.provable ? proofForm(words, path, shown.wrongProof) : undefined;
};

const fact = (label: string, value: Html): Html =>
  html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

const STEPS: Readonly<Record<string, PageKey>> = {
  opened: 'event_opened',
  corrected: 'event_corrected',
  photo: 'event_photo',
  reminder: 'event_reminder',
  appointment: 'event_appointment',
};
const PEOPLE: Readonly<Record<string, PageKey>> = {
  tenant: 'by_tenant',
  bot: 'by_bot',
  agent: 'by_agent',
};

const stepItem = (words: Wording, step: ShownIncident['steps'][number]): Html => {
  const what = STEPS[step.kind] ?? 'event_corrected';
  const who = PEOPLE[step.by] ?? 'by_agent';
  const time = html`<time datetime="${new Date(step.at).toISOString()}">${words.moment(step.at)}</time>`;
  return html`<li><strong>${words.say(what)}</strong> <span>${words.say(who)}</span><br>${time}</li>`;
};

const codeForm = ({ say, language }: Wording, bad?: { readonly typed: string }): Html =>
  html`<form action="/suivi" method="get" class="card">
<p id="intro">${say('form_intro')}</p>
<label for="code">${say('form_label')}</label>
<input id="code" name="code" value="${bad?.typed ?? ''}" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint${bad === undefined ? '' : ' fault'}"${bad === undefined ? html`` : html` aria-invalid="true"`}>
<p id="hint" class="quiet">${say('form_hint')}</p>
${bad === undefined ? undefined : html`<p id="fault" class="notice" role="alert">${say('form_bad_code')}</p>`}
<input type="hidden" name="lang" value="${language}">
<button>${say('form_button')}</button></form>`;

const proofForm = ({ say, language }: Wording, path: string, wrong: boolean): Html =>
  html`<section aria-labelledby="proof-title" class="card"><h2 id="proof-title">${say('proof_title')}</h2>
<p>${say('proof_intro')}</p>
<form action="${path}?lang=${language}" method="post">
<label for="proof">${say('proof_label')}</label>
<input id="proof" name="proof" required maxlength="40" autocomplete="off"${wrong ? html` aria-invalid="true" aria-describedby="wrong"` : html``}>
${wrong ? html`<p id="wrong" class="notice" role="alert">${say('proof_wrong')}</p>` : undefined}
<button>${say('proof_button')}</button></form></section>`;

const details = (words: Wording, personal: NonNullable<ShownIncident['personal']>): Html => {
  const { say } = words;
  const { place, phone, slots, pictures } = personal;
  const facts = Object.entries(slots).flatMap(([id, slot]) => {
    const label = words.slot(id);
    return label === undefined ? [] : [fact(label, html`${words.value(slot)}`)];
  });
  const images = pictures.map(
    (url, n) => html`<img src="${url}" alt="${say('photo_alt', { n: n + 1 })}">`,
  );
  return html`<section aria-labelledby="details" class="card"><h2 id="details">${say('details_title')}</h2>
<dl class="facts">
${place === undefined ? undefined : fact(say('details_place'), html`${place}`)}
${phone === undefined ? undefined : fact(say('details_phone'), html`${words.phone(phone)}`)}
${facts}</dl>
${images.length === 0 ? undefined : html`<h3>${say('details_photos')}</h3><div class="photos">${images}</div>`}</section>`;
};

/** A page of a tenant around what it is about. */
export const page = ({
  words: { say, language },
  title,
  main,
  path,
  status,
}: {
  readonly words: Wording;
  readonly title: string;
  readonly main: Html;
  readonly path: string;
  readonly status: number;
}): Page => ({
  status,
  body: layout({
    language,
    brand: say('brand'),
    title,
    skip: say('skip'),
    languages: say('languages'),
    home: say('home'),
    path,
    style: '/suivi.css',
    hidden: true,
    main,
    foot: html`<p class="danger">${say('danger')}</p>`,
  }),
});
