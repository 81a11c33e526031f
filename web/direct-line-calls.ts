import { type Batch, numberOf, objectOf, readBatch, readJson, textOf } from './wire.ts';

/** What lets a tenant go on with one conversation. */
export type Session = {
  readonly conversation: string;
  readonly token: string;
  /** When the token ends, milliseconds since 1970. */
  readonly expires: number;
};

/** A session and the address of its live stream, when the server offers one. */
export type Opened = { readonly session: Session; readonly streamUrl?: string };

/** What became of a call. */
export type CallResult<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** The token is no longer good. */
  | { readonly kind: 'dead' }
  /** The server will never take this; `why` is its reason for people. */
  | { readonly kind: 'refused'; readonly status: number; readonly why?: string }
  /** Nothing is known to have gone wrong for good: try again, not before `wait` milliseconds. */
  | { readonly kind: 'later'; readonly wait?: number };

/** What to post: the activity as Direct Line wants it, and the photos that go with it. */
export type Post = {
  readonly activity: Readonly<Record<string, unknown>>;
  readonly photos: readonly Blob[];
};

/** The calls of Direct Line 3.0 that the widget makes. */
export type Calls = {
  readonly generate: () => Promise<CallResult<Opened>>;
  readonly start: (session: Session, locale: string) => Promise<CallResult<Opened>>;
  readonly reconnect: (session: Session, watermark: string) => Promise<CallResult<Opened>>;
  readonly refresh: (session: Session) => Promise<CallResult<Opened>>;
  readonly poll: (session: Session, watermark: string) => Promise<CallResult<Batch>>;
  readonly post: (session: Session, post: Post) => Promise<CallResult<string>>;
};

/** What the calls need from the browser. */
export type CallParts = {
  /** Where Direct Line is served, without a slash at the end. */
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** How long an answer may take, ms. */
  readonly timeout: number;
};

/** A photo may travel for this many times as long as a text. */
const PHOTO_PATIENCE = 4;

/** Lifetime of a token whose answer does not tell it, seconds. */
const USUAL_LIFETIME = 1800;

/** Builds the calls. */
export const createCalls = (parts: CallParts): Calls => {
  const opened = (answer: unknown, old?: Session) => readOpened(answer, parts.now(), old);
  return {
    generate: () => call(parts, '/tokens/generate', json({}), opened),
    start: (session, locale) =>
      call(parts, '/conversations', json({ locale }, session), (answer) => opened(answer, session)),
    reconnect: (session, watermark) =>
      call(
        parts,
        `${path(session)}?watermark=${encodeURIComponent(watermark)}`,
        get(session),
        (a) => opened(a, session),
      ),
    refresh: (session) =>
      call(parts, '/tokens/refresh', json({}, session), (answer) => opened(answer, session)),
    poll: (session, watermark) =>
      call(
        parts,
        `${path(session)}/activities?watermark=${encodeURIComponent(watermark)}`,
        get(session),
        readBatch,
      ),
    post: (session, post) => {
      const id = (answer: unknown) => textOf(answer, 'id') ?? '';
      if (post.photos.length === 0)
        return call(parts, `${path(session)}/activities`, json(post.activity, session), id);
      const patient = { ...parts, timeout: parts.timeout * PHOTO_PATIENCE };
      return call(patient, `${path(session)}/upload`, form(post, session), id);
    },
  };
};

const path = ({ conversation }: Session): string =>
  `/conversations/${encodeURIComponent(conversation)}`;

const bearer = (session: Session | undefined): Record<string, string> =>
  session === undefined ? {} : { authorization: `Bearer ${session.token}` };

const get = (session: Session): RequestInit => ({ headers: bearer(session) });

const json = (body: unknown, session?: Session): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...bearer(session) },
  body: JSON.stringify(body),
});

const form = ({ activity, photos }: Post, session: Session): RequestInit => {
  const body = new FormData();
  const type = 'application/vnd.microsoft.activity';
  const attachments = photos.map((photo, at) => ({ contentType: photo.type, name: nameOf(at) }));
  body.append('activity', new Blob([JSON.stringify({ ...activity, attachments })], { type }));
  photos.forEach((photo, at) => {
    body.append('file', photo, nameOf(at));
  });
  return { method: 'POST', headers: bearer(session), body };
};

const nameOf = (at: number): string => `photo-${at + 1}.jpg`;

const call = async <Value>(
  { base, fetch, timeout }: CallParts,
  where: string,
  init: RequestInit,
  read: (answer: unknown) => Value | undefined,
): Promise<CallResult<Value>> => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(`${base}${where}`, { ...init, signal: abort.signal });
    return judge(response, readJson(await response.text()), read);
  } catch {
    return { kind: 'later' };
  } finally {
    clearTimeout(timer);
  }
};

const judge = <Value>(
  { ok, status, headers }: Response,
  answer: unknown,
  read: (answer: unknown) => Value | undefined,
): CallResult<Value> => {
  if (ok) {
    const value = read(answer);
    return value === undefined ? { kind: 'later' } : { kind: 'ok', value };
  }
  if (status === 401 || status === 403 || status === 404) return { kind: 'dead' };
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? '');
    return seconds > 0 ? { kind: 'later', wait: seconds * 1000 } : { kind: 'later' };
  }
  const why = textOf(objectOf(answer)['error'], 'message');
  return { kind: 'refused', status, ...(why === undefined ? {} : { why }) };
};

const readOpened = (answer: unknown, now: number, old?: Session): Opened | undefined => {
  const token = textOf(answer, 'token') ?? old?.token;
  const conversation = textOf(answer, 'conversationId') ?? old?.conversation;
  if (token === undefined || conversation === undefined) return undefined;
  const expires = now + (numberOf(answer, 'expires_in') ?? USUAL_LIFETIME) * 1000;
  const streamUrl = textOf(answer, 'streamUrl');
  const session = { conversation, token, expires };
  return streamUrl === undefined ? { session } : { session, streamUrl };
};
