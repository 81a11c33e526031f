import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import type { Language, ServiceSheets } from '../bot/index.ts';
import { SERVICES_CSS } from './services-style.ts';
import { type HelpLine, servicesPage } from './services-view.ts';
import { type ServicesWords, sayServices } from './services-words.ts';
import { TRACKING_CSS } from './tracking-style.ts';

/** What the page of services needs. */
export type ServicesParts = {
  readonly sheets: ServiceSheets;
  /** The emergency numbers, most general last. */
  readonly numbers: (language: Language) => readonly HelpLine[];
  readonly words: ServicesWords;
  /** The intents that words may mean, likeliest first; the page also finds what is written on it. */
  readonly guess: (words: string, language: Language) => readonly string[];
};

/** Serves `/services`: what we handle, who usually pays, how fast and what helps; readable without JavaScript. */
export const createServices = ({ sheets, numbers, words, guess }: ServicesParts): Router => {
  const router = express.Router();
  router.get('/services.css', (_, response) => {
    response
      .type('css')
      .set('Cache-Control', 'public, max-age=3600')
      .send(TRACKING_CSS + SERVICES_CSS);
  });
  router.get('/services', (request, response) => {
    const { language, asked } = readQuery(request);
    const all = sheets(language);
    const guessed = asked === '' ? [] : guess(asked, language);
    const body = servicesPage({
      language,
      say: sayServices(words, language),
      numbers: numbers(language),
      sheets: asked === '' ? all : all.filter((sheet) => isFound(sheet, { asked, guessed })),
      asked,
    });
    response.set(HEADERS).type('html').send(body);
  });
  return router;
};

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Language',
} as const;

/** The longest search that is read; the rest of it is left away. */
const LONGEST = 80;

const query = z.object({
  lang: z.enum(['fr', 'en']).optional().catch(undefined),
  q: z.string().catch(''),
});

const readQuery = (request: Request): { readonly language: Language; readonly asked: string } => {
  const { lang, q } = query.parse(request.query);
  const accepted = request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
  return { language: lang ?? accepted, asked: q.trim().slice(0, LONGEST).trim() };
};

type Sheet = ReturnType<ServiceSheets>[number];

/** Whether a sheet is what was searched for: every word is in it, or the words mean it. */
const isFound = (
  { intent, name, acts, pays, proof }: Sheet,
  { asked, guessed }: { readonly asked: string; readonly guessed: readonly string[] },
): boolean => {
  if (guessed.includes(intent)) return true;
  const text = fold([name, acts, pays, proof].join(' '));
  const wanted = fold(asked)
    .split(' ')
    .filter((word) => word.length > 1);
  return wanted.length > 0 && wanted.every((word) => text.includes(` ${word}`));
};

const fold = (text: string): string =>
  ` ${text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
