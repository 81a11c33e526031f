import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** Knows from where the web chat may be used, and at which address it is reached. */
export type Doors = {
  /** Scheme, host and port, without a slash at the end. */
  readonly baseOf: (request: IncomingMessage) => string;
  /** Whether a page of this origin may talk to us; who names no origin is no browser page. */
  readonly admits: (request: IncomingMessage) => boolean;
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i;

/**
 * Builds the doors. A public address is taken as it is configured, whatever the request claims; only where none is
 * (a developer's machine) does the Host header say under which of its names the machine was called.
 */
export const createDoors = (parts: {
  readonly publicUrl: string;
  readonly origins: readonly string[];
}): Doors => {
  const home = new URL(parts.publicUrl);
  const known = new Set([home.origin, ...parts.origins]);
  const atHome = LOOPBACK.test(home.hostname);
  const baseOf = ({ headers: { host } }: IncomingMessage): string =>
    atHome && host !== undefined && HOST.test(host) ? `http://${host}` : home.origin;
  const admits = (request: IncomingMessage): boolean => {
    const { origin } = request.headers;
    return origin === undefined || known.has(origin) || origin === baseOf(request);
  };
  return { baseOf, admits };
};

const METHODS = 'GET, POST, OPTIONS';
const HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/** Answers preflights and lets the pages of known origins read our answers; the others are refused. */
export const crossOrigin =
  ({ admits }: Doors, refuse: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (!admits(request)) {
      refuse(request, response, next);
      return;
    }
    if (origin !== undefined) {
      response.set('Access-Control-Allow-Origin', origin);
      response.set('Access-Control-Expose-Headers', 'retry-after');
    }
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.set({
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': HEADERS,
      'Access-Control-Max-Age': '7200',
    });
    response.status(204).end();
  };
