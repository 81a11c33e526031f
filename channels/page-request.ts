import type { Request } from 'express';
import { z } from 'zod';
import type { Language } from '../bot/index.ts';

/** What goes with every page for tenants: no script, no frame, nothing kept, nothing told to other sites. */
export const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  Vary: 'Accept-Language',
} as const;

const query = z.object({ lang: z.enum(['fr', 'en']).optional().catch(undefined) });

/** The language a page is wanted in: as its address says, or as the browser does. */
export const languageOf = (request: Request): Language =>
  query.parse(request.query).lang ?? (request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr');
