import type { IntentCard, Language, ServiceSheet } from '../bot/index.ts';
import { type Html, html } from './html.ts';
import { layout } from './page-layout.ts';
import type { ServicesSay } from './services-words.ts';

/** Somewhere to call, or to text, in an emergency. */
export type HelpLine = { readonly number: string; readonly what: string; readonly sms?: true };

/** What the page shows. */
export type ShownServices = {
  readonly language: Language;
  readonly say: ServicesSay;
  readonly numbers: readonly HelpLine[];
  readonly sheets: readonly ServiceSheet[];
  /** What was searched for; empty when nothing was. */
  readonly asked: string;
};

/** Most needed first; dangers have their numbers at the top of the page. */
const DOMAINS: readonly IntentCard['domain'][] = [
  'technical_dwelling',
  'technical_common',
  'neighbourhood',
  'admin',
  'service',
  'emergency',
];

/** The whole page of services. */
export const servicesPage = (shown: ShownServices): string => {
  const { language, say, asked, sheets } = shown;
  return layout({
    language,
    brand: say('brand'),
    title: say('title'),
    skip: say('skip'),
    languages: say('languages'),
    home: say('home'),
    path: asked === '' ? '/services' : `/services?q=${encodeURIComponent(asked)}`,
    style: '/services.css',
    hidden: false,
    main: html`<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
${emergency(shown)}
${search(shown)}
${DOMAINS.flatMap((domain) => section(shown, domain))}
${sheets.length === 0 ? undefined : html`<p class="usual">${say('usual')} ${say('delays_note')}</p>`}
${person(shown)}`,
    foot: html``,
  });
};

/** Beside what was searched for the numbers are enough; what they are for is still read aloud. */
const emergency = ({ say, numbers, asked }: ShownServices): Html =>
  html`<section class="help${asked === '' ? '' : ' short'}" aria-labelledby="danger"><h2 id="danger">${say('danger_title')}</h2>
<ul>${numbers.map((line) => helpLine(say, line))}</ul></section>`;

const helpLine = (say: ServicesSay, { number, what, sms }: HelpLine): Html => {
  const to = `${sms === true ? 'sms' : 'tel'}:${number.replace(/\D/g, '')}`;
  const label = say(sms === true ? 'danger_text' : 'danger_call', { number });
  return html`<li><a href="${to}" aria-label="${label}">${number}</a> <span>${what}</span></li>`;
};

const search = (shown: ShownServices): Html => {
  const { say, language, asked } = shown;
  return html`<form role="search" action="/services" method="get">
<label for="q">${say('search_label')}</label>
<div class="row"><input id="q" name="q" type="search" value="${asked}" maxlength="80" autocomplete="off" aria-describedby="hint"><button>${say('search_button')}</button></div>
<p id="hint" class="quiet">${say('search_hint')}</p>
<input type="hidden" name="lang" value="${language}"></form>
${asked === '' ? jumps(shown) : found(shown)}`;
};

const jumps = ({ say, sheets }: ShownServices): Html => {
  const links = DOMAINS.filter((domain) => sheets.some((sheet) => sheet.domain === domain)).map(
    (domain) => html`<li><a href="#${domain}">${say(`domain_${domain}`)}</a></li>`,
  );
  return html`<nav class="jump" aria-label="${say('jump')}"><ul>${links}</ul></nav>`;
};

const found = ({ say, language, asked, sheets }: ShownServices): Html => {
  const key = sheets.length === 0 ? 'none' : sheets.length === 1 ? 'one' : 'many';
  return html`<p class="found" role="status">${say(`search_${key}`, { words: asked, count: sheets.length })}</p>
<p><a href="/services?lang=${language}">${say('search_all')}</a></p>`;
};

const section = (shown: ShownServices, domain: IntentCard['domain']): readonly Html[] => {
  const own = shown.sheets.filter((sheet) => sheet.domain === domain);
  if (own.length === 0) return [];
  const items = own.map((sheet) => service(shown, sheet));
  return [
    html`<section aria-labelledby="${domain}"><h2 id="${domain}">${shown.say(`domain_${domain}`)}</h2>
${items}</section>`,
  ];
};

/** The address of a service is inside what opens, so that a browser opens it for whoever comes by a link. */
const service = ({ say, asked }: ShownServices, sheet: ServiceSheet): Html => {
  const open = asked === '' ? html`` : html` open`;
  return html`<details class="service"${open}><summary><h3>${sheet.name}</h3>
<p><span class="payer ${sheet.payer}">${sheet.payerName}</span> <span class="within">${shortDelay(say, sheet)}</span></p></summary>
<dl id="${sheet.intent}">
${fact(say('acts'), html`${sheet.acts}`)}
${fact(say('pays'), html`${sheet.pays}`)}
${fact(say('depends'), html`${sheet.depends}`)}
${fact(say('delay'), delays(say, sheet))}
${fact(say('proof'), html`${sheet.proof}`)}
${fact(say('rule'), rules(say, sheet))}
</dl></details>`;
};

const fact = (label: string, value: Html): Html =>
  html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

const shortDelay = (say: ServicesSay, { delays: [first, ...others] }: ServiceSheet): string => {
  const within = first?.within ?? '';
  return others.length === 0 ? within : say('delay_urgent', { within });
};

const delays = (say: ServicesSay, sheet: ServiceSheet): Html => {
  const lines = sheet.delays.map(({ name, within }) => say('delay_line', { name, within }));
  const [only = '', ...others] = lines;
  if (others.length === 0) return html`${only}`;
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
};

const rules = (say: ServicesSay, sheet: ServiceSheet): Html => {
  if (sheet.rules.length === 0) return html`${say('no_rule')}`;
  const items = sheet.rules.map(
    ({ text, source }) => html`<li><a href="${source}" rel="noopener noreferrer">${text}</a></li>`,
  );
  return html`<ul>${items}</ul>`;
};

const person = ({ say, language }: ShownServices): Html =>
  html`<section class="card" aria-labelledby="person"><h2 id="person">${say('person_title')}</h2>
<p>${say('person_text')}</p>
<p class="doings"><a class="main" href="/widget?lang=${language}">${say('write')}</a> <a href="/suivi?lang=${language}">${say('follow')}</a></p></section>`;
