import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';

/** What the web site needs. */
export type SiteParts = {
  /** The folder with the built browser files. */
  readonly folder: string;
  /** Web sites that may show the widget in a frame; our own always may. */
  readonly origins: readonly string[];
  readonly publicUrl: string;
};

/** Serves the demonstration site, the widget, the embed script and the agents' console, each under strict headers. */
export const createSite = ({ folder, origins, publicUrl }: SiteParts): Router => {
  const router = express.Router();
  const secure = publicUrl.startsWith('https:');
  const page = (path: string, file: string, frames: readonly string[]): void => {
    router.get(path, guard(frames, secure), (_, response) => {
      response.set('Cache-Control', 'no-cache').sendFile(join(folder, file));
    });
  };
  page('/', 'index.html', ["'none'"]);
  page('/console', 'console.html', ["'none'"]);
  page('/widget', 'widget.html', ["'self'", ...origins]);
  router.use(hidePages, assets(folder));
  return router;
};

/** The pages have their own addresses; under their file names they would lack their own headers. */
const hidePages: RequestHandler = ({ path }, _, next) =>
  next(path.endsWith('.html') ? 'router' : undefined);

/** A name that changes with the content, as the build gives it. */
const HASHED = /[.-][A-Z0-9]{8}\.\w+$/;

const assets = (folder: string): RequestHandler =>
  express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      const kept = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', kept);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'",
      );
      // The embed script and what the widget loads are fetched from pages of other sites.
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('Access-Control-Allow-Origin', '*');
    },
  });

const guard = (frameAncestors: readonly string[], secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [...frameAncestors],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    // Frames are ruled by frame-ancestors, which knows more than one site.
    xFrameOptions: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  });
