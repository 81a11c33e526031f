import type { Request, RequestHandler, Response } from 'express';
import type { Clock, Store } from '../bot/index.ts';
import type { Attendance } from './attendance.ts';
import { type Action, authorize, isEarly, isOpen, type Thing } from './authorize.ts';
import type { Cookie } from './cookie.ts';
import { isJson, isSameOrigin } from './same-origin.ts';
import { type FactorPolicy, owesFactor } from './second-factor.ts';
import type { Sessions, SignedIn } from './sessions.ts';

/** A request that has passed the gate. */
type Call<T extends Thing> = {
  readonly request: Request;
  readonly response: Response;
  /** What it is about. */
  readonly thing: T;
};

/** One route of the desk: what it lets people do, to what, and how it answers. */
type Route<T extends Thing> = {
  readonly action: Action;
  /** Finds what the request is about; undefined when there is no such thing. */
  readonly find: (request: Request) => T | undefined | Promise<T | undefined>;
} & (
  | { readonly open: true; readonly answer: (call: Visit<T>) => void | Promise<void> }
  | { readonly open?: false; readonly answer: (call: Entry<T>) => void | Promise<void> }
);

/** A request of somebody who may be a stranger. */
export type Visit<T extends Thing> = Call<T> & { readonly person: SignedIn | undefined };

/** A request of somebody who is signed in. */
export type Entry<T extends Thing> = Call<T> & { readonly person: SignedIn };

/** Makes the handler of a route; nothing is found and nothing is answered before the gate says yes. */
export type Door = <T extends Thing>(route: Route<T>) => RequestHandler;

type Tools = {
  readonly sessions: Sessions;
  readonly cookie: Cookie;
  readonly store: Pick<Store, 'addAudit'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly secondFactor: FactorPolicy;
  readonly attendance: Pick<Attendance, 'seen'>;
};

/** Fetches the page makes by itself carry this header: they do not count as somebody being there. */
const BY_ITSELF = 'loge-by-itself';

/** Builds the door of the desk. */
export const createDoor =
  (tools: Tools): Door =>
  (route) =>
  async (request, response) => {
    const person = await personOf(tools, request);
    const stopped =
      stopAtDoor(route.action, request, person) ?? sendToFactor(tools, route.action, person);
    if (stopped !== undefined) return refuse(response, ...stopped);
    const thing = await route.find(request);
    if (thing === undefined) return refuse(response, 404, 'not_found');
    const allowed = authorize(person?.account, route.action, thing);
    if (!allowed) return turnAway(tools, { request, response, thing }, person, route.action);
    return letIn(route, { request, response, thing }, person);
  };

/** Somebody who is signed in tried what is not theirs: that is written down before it is refused. */
const turnAway = async (
  { store, clock }: Tools,
  { request, response }: Call<Thing>,
  person: SignedIn | undefined,
  action: Action,
): Promise<void> => {
  const by = person === undefined ? {} : { by: person.account.id };
  const from = addressOf(request);
  await store.addAudit({ at: clock.now(), act: 'refused', detail: action, from, ...by });
  refuse(response, 403, 'not_allowed');
};

/** The network address a request came from. */
export const addressOf = ({ ip }: Request): string => ip ?? '';

const letIn = <T extends Thing>(
  route: Route<T>,
  call: Call<T>,
  person: SignedIn | undefined,
): void | Promise<void> => {
  if (route.open === true) return route.answer({ ...call, person });
  return person === undefined ? undefined : route.answer({ ...call, person });
};

/** What can be told before anything is looked up: forged, not JSON, or a stranger at a closed door. */
const stopAtDoor = (
  action: Action,
  { method, headers }: Request,
  person: SignedIn | undefined,
): readonly [number, string] | undefined => {
  if (method !== 'GET' && !isSameOrigin(headers)) return [403, 'other_site'];
  if (method !== 'GET' && !isJson(headers)) return [415, 'json_only'];
  if (person === undefined && !isOpen(action)) return [401, 'signed_out'];
  return undefined;
};

/** Whoever must set a second factor does nothing else before. */
const sendToFactor = (
  { secondFactor }: Tools,
  action: Action,
  person: SignedIn | undefined,
): readonly [number, string] | undefined =>
  person !== undefined && !isEarly(action) && owesFactor(person.account, secondFactor)
    ? [403, 'second_factor_needed']
    : undefined;

/** Says no, with a word for programs; people read what the page makes of it. */
export const refuse = (response: Response, status: number, error: string): void => {
  response.status(status).json({ error });
};

const personOf = async (
  { sessions, cookie, attendance }: Tools,
  request: Request,
): Promise<SignedIn | undefined> => {
  const secret = cookie.read(request.headers.cookie);
  if (secret === undefined) return undefined;
  const person = await sessions.find(secret);
  if (person !== undefined) attendance.seen(person.account.id);
  if (person === undefined || request.headers[BY_ITSELF] !== undefined) return person;
  return { ...person, session: await sessions.touch(person.session) };
};
