import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { BotError, type Language, type Log } from '../bot/index.ts';
import { html } from './html.ts';
import {
  languageOf,
  type WebErrorCode,
  type WebErrorWords,
  wordRefusal,
} from './web-chat-errors.ts';

/** What is answered when no part has an answer, or one failed: a kind sentence, never the reason. */
export type ErrorPages = {
  readonly notFound: RequestHandler;
  readonly failed: ErrorRequestHandler;
};

/** Builds the answers; what failed is logged under the reference that the person sees. */
export const createErrorPages = ({
  log,
  words,
}: {
  readonly log: Pick<Log, 'error'>;
  readonly words: WebErrorWords;
}): ErrorPages => ({
  notFound: (request, response) => answer(words, { request, response, code: 'NotFound' }),
  failed: (cause: unknown, request, response, next) => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const code = codeFor(cause);
    const reference = code === 'Failed' || code === 'Unavailable' ? randomUUID() : undefined;
    if (reference !== undefined) log.error({ reference, cause: errorOf(cause) }, 'request failed');
    answer(words, { request, response, code, reference });
  },
});

type Answered = {
  readonly request: Request;
  readonly response: Response;
  readonly code: WebErrorCode;
  readonly reference?: string | undefined;
};

const answer = (words: WebErrorWords, answered: Answered): void => {
  const { request, response, code, reference } = answered;
  const language = languageOf(request);
  const { status, message } = wordRefusal(words, code, language);
  response.status(status).set(HEADERS);
  if (request.accepts(['json', 'html']) === 'html') {
    response.type('html').send(page({ words, language, message, reference }));
    return;
  }
  const known = reference === undefined ? {} : { reference };
  response.json({ error: { code, message, ...known } });
};

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

const page = ({ words, language, message, reference }: Shown): string => {
  const { title, home, reference: named } = words.page;
  const mark =
    reference === undefined
      ? html``
      : html`<p><small>${named[language].replace('{id}', reference)}</small></p>`;
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title[language]}</title></head>
<body><main><h1>${title[language]}</h1><p>${message}</p><p><a href="/">${home[language]}</a></p>${mark}</main></body>
</html>
`.html;
};

type Shown = {
  readonly words: WebErrorWords;
  readonly language: Language;
  readonly message: string;
  readonly reference: string | undefined;
};

const httpError = z.object({ status: z.number().int().min(400).max(499) });

const BY_STATUS: Readonly<Record<number, WebErrorCode>> = {
  404: 'NotFound',
  413: 'TooLarge',
  415: 'NotJson',
};

/** Express and its parsers put the status of a bad request on the error; everything else is ours. */
const codeFor = (cause: unknown): WebErrorCode => {
  const bad = httpError.safeParse(cause);
  if (bad.success) return BY_STATUS[bad.data.status] ?? 'BadRequest';
  if (!(cause instanceof BotError)) return 'Failed';
  return cause.code === 'store-refused' ? 'BadRequest' : 'Unavailable';
};

const errorOf = (cause: unknown): Error => (cause instanceof Error ? cause : new Error('thrown'));
