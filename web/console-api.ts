import {
  type Agent,
  type Holder,
  isAnything,
  isColleagues,
  isHeld,
  isInvited,
  isLinkUse,
  isListed,
  isMe,
  isThread,
  type LinkUse,
  type Listed,
  type Me,
  type Thread,
} from './console-wire.ts';

/** What became of a request: an answer, a refusal, or nothing that can be known. */
export type Result<T> =
  | { readonly kind: 'ok'; readonly body: T }
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unreachable' };

/** What an agent does with a conversation. */
export type Order =
  | { readonly type: 'take' | 'close' | 'undo_close' | 'verify' | 'unverify' }
  | { readonly type: 'take_over'; readonly from: string }
  | { readonly type: 'snooze'; readonly until: number }
  | { readonly type: 'release'; readonly summary?: string }
  | { readonly type: 'reply' | 'note'; readonly text: string }
  | { readonly type: 'transfer'; readonly to?: string; readonly note: string };

/** The same, under the id that makes repeating it harmless. */
export type Command = { readonly id: string } & Order;

/** Somebody who chooses a password with a one-time link. */
export type Newcomer = {
  readonly token: string;
  readonly password: string;
  readonly name?: string;
  readonly email?: string;
};

/** The desk of the server. */
export type Api = {
  readonly whoAmI: () => Promise<Result<Me>>;
  readonly signIn: (email: string, password: string, code: string) => Promise<Result<Me>>;
  readonly signOut: () => Promise<Result<unknown>>;
  readonly list: (holder: Holder['kind']) => Promise<Result<Listed>>;
  readonly read: (conversation: string, after: number) => Promise<Result<Thread>>;
  readonly command: (conversation: string, command: Command) => Promise<Result<{ holder: Holder }>>;
  /** Makes the one-time link with which the tenant shows who they are. */
  readonly identityLink: (conversation: string) => Promise<Result<{ readonly link: string }>>;
  /** Says that this page looks at a conversation, that somebody writes there, or that it left. */
  readonly show: (
    conversation: string,
    doing: 'viewing' | 'typing' | 'gone',
  ) => Promise<Result<unknown>>;
  readonly colleagues: () => Promise<Result<{ readonly agents: readonly Agent[] }>>;
  readonly invite: (person: {
    readonly name: string;
    readonly email: string;
    readonly role: string;
  }) => Promise<Result<{ readonly link: string }>>;
  readonly lookAtLink: (token: string) => Promise<Result<LinkUse>>;
  readonly useLink: (newcomer: Newcomer) => Promise<Result<Me>>;
};

/** Longer than this, ms, and a request is taken for lost. */
const PATIENCE = 15_000;

/** Tells the server that nobody did this: it does not count as somebody being there. */
const BY_ITSELF = { 'loge-by-itself': '1' };

/** Builds the calls. */
export const createApi = (fetch: typeof globalThis.fetch): Api => {
  const { get, post, drop } = createCalls(fetch);
  const at = (id: string) => `/conversations/${encodeURIComponent(id)}`;
  return {
    whoAmI: () => get('/session', isMe),
    signIn: (email, password, code) => post('/session', { email, password, code }, isMe),
    signOut: () => drop('/session', isAnything),
    list: (holder) => get(`/conversations?holder=${holder}`, isListed, BY_ITSELF),
    read: (id, after) => get(`${at(id)}?after=${after}`, isThread, BY_ITSELF),
    command: (id, command) => post(`${at(id)}/commands`, command, isHeld),
    identityLink: (id) => post(`${at(id)}/identity-links`, {}, isInvited),
    show: (id, doing) =>
      call(
        fetch,
        `${at(id)}/presence`,
        {
          method: 'POST',
          headers: { ...JSON_BODY, ...BY_ITSELF },
          body: JSON.stringify({ doing }),
        },
        isAnything,
      ),
    colleagues: () => get('/agents', isColleagues),
    invite: (person) => post('/accounts', person, isInvited),
    lookAtLink: (token) => post('/links/look', { token }, isLinkUse),
    useLink: (newcomer) => post('/links/use', newcomer, isMe),
  };
};

/** Calls of the desk's interface, each with what its answer must be. */
export type Calls = {
  readonly get: <T>(
    path: string,
    is: Is<T>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Result<T>>;
  readonly post: <T>(path: string, body: unknown, is: Is<T>) => Promise<Result<T>>;
  readonly patch: <T>(path: string, body: unknown, is: Is<T>) => Promise<Result<T>>;
  readonly drop: <T>(path: string, is: Is<T>) => Promise<Result<T>>;
};

/** Builds them on the browser's own. */
export const createCalls = (fetch: typeof globalThis.fetch): Calls => {
  const send = (method: string, body: unknown) => ({
    method,
    headers: JSON_BODY,
    body: JSON.stringify(body),
  });
  return {
    get: (path, is, headers = {}) => call(fetch, path, { headers }, is),
    post: (path, body, is) => call(fetch, path, send('POST', body), is),
    patch: (path, body, is) => call(fetch, path, send('PATCH', body), is),
    drop: (path, is) => call(fetch, path, { method: 'DELETE' }, is),
  };
};

const JSON_BODY = { 'content-type': 'application/json' };

type Is<T> = (body: unknown) => body is T;

const call = async <T>(
  fetch: typeof globalThis.fetch,
  path: string,
  init: RequestInit,
  is: Is<T>,
): Promise<Result<T>> => {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`/api/desk${path}`, { ...init, signal });
    const body = await bodyOf(response);
    const { ok, status } = response;
    return ok && is(body) ? { kind: 'ok', body } : { kind: 'refused', status, body };
  } catch {
    return { kind: 'unreachable' };
  }
};

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text.startsWith('{') ? JSON.parse(text) : undefined;
};
