import express, { type Request, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import type { Log } from '../bot/index.ts';
import { html } from './html.ts';
import { languageOf, PAGE_HEADERS } from './page-request.ts';
import { downPage, type Page, page } from './tracking-view.ts';
import { type TrackingWords, type Wording, wordingIn } from './tracking-words.ts';
import { createSpend, networkOf, type Spend } from './web-chat-limits.ts';

/** What the page needs. */
export type VerifyPageParts = {
  readonly words: TrackingWords;
  /** Looks at a link, or opens it; false when it is no good. */
  readonly links: {
    readonly look: (token: string) => Promise<boolean>;
    readonly use: (token: string) => Promise<boolean>;
  };
  readonly log: Pick<Log, 'error'>;
};

/** Pages for one network in a quarter of an hour. */
const PAGES = 60;
const QUARTER = 15 * 60;

/** Serves `/verifier`: the link of an agent, opened by a button, so that no program that only looks uses it up. */
export const createVerifyPage = (parts: VerifyPageParts): Router => {
  const router = express.Router();
  const spend = createSpend(PAGES, QUARTER);
  router.get('/verifier/:token', answerWith(parts, spend, 'look'));
  router.post('/verifier/:token', answerWith(parts, spend, 'use'));
  return router;
};

const TOKEN = z.string().regex(/^[\w-]{43}$/);

const answerWith =
  (parts: VerifyPageParts, spend: Spend, doing: 'look' | 'use'): RequestHandler =>
  async (request, response) => {
    const words = wordingIn(parts.words, languageOf(request));
    const found = await pageFor(parts, { spend, doing, request, words });
    response.set(PAGE_HEADERS);
    if (found.retryAfter !== undefined) response.set('Retry-After', String(found.retryAfter));
    response.status(found.status).type('html').send(found.body);
  };

type Asked = {
  readonly spend: Spend;
  readonly doing: 'look' | 'use';
  readonly request: Request;
  readonly words: Wording;
};

const pageFor = async (
  { links, log }: VerifyPageParts,
  { spend, doing, request, words }: Asked,
): Promise<Page> => {
  const token = TOKEN.safeParse(request.params['token']);
  const wait = await spend(networkOf(request.ip));
  if (wait !== undefined) return { ...plain(words, 'verify_busy', 429), retryAfter: wait };
  if (!token.success) return plain(words, 'verify_void', 404);
  try {
    const good = await links[doing](token.data);
    if (!good) return plain(words, 'verify_void', 410);
    return doing === 'look' ? buttonPage(words, token.data) : plain(words, 'verify_done', 200);
  } catch (cause) {
    log.error({ cause: String(cause) }, 'identity page failed');
    return downPage(words, 503);
  }
};

const buttonPage = (words: Wording, token: string): Page => {
  const { say, language } = words;
  const title = say('verify_title');
  const path = `/verifier/${token}`;
  const main = html`<h1>${title}</h1><p>${say('verify_intro')}</p><p>${say('verify_warning')}</p>
<form action="${path}?lang=${language}" method="post" class="card"><button>${say('verify_button')}</button></form>`;
  return page({ words, title, main, path, status: 200 });
};

const plain = (
  words: Wording,
  text: 'verify_busy' | 'verify_void' | 'verify_done',
  status: number,
): Page => {
  const title = words.say('verify_title');
  const main = html`<h1>${title}</h1><p>${words.say(text)}</p>`;
  return page({ words, title, main, path: '/suivi', status });
};
