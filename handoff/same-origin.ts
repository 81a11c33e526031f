import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something was made by our own page, as its browser tells.
 * A program that is no browser sends neither header, and no cookie that it was not given.
 */
export const isSameOrigin = (headers: IncomingHttpHeaders): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};

/** Whether the body, if there is one, says it is JSON: what a form of another site cannot send. */
export const isJson = (headers: IncomingHttpHeaders): boolean => {
  const empty =
    headers['transfer-encoding'] === undefined && !(Number(headers['content-length']) > 0);
  if (empty) return true;
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
};
