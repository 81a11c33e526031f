import type { Router } from 'express';
import type { Session, Store } from '../bot/index.ts';
import { addressOf, type Door, type Entry } from './door.ts';
import type { RunningSession, Sessions } from './sessions.ts';

type Tools = { readonly store: Store; readonly sessions: Sessions };
type AtDesk = Entry<{ readonly kind: 'desk' }>;
type OfSession = Entry<{ readonly kind: 'session'; readonly session: Session }>;

/** Adds the list of one's own sessions, and the end of one. */
export const addSessionListRoutes = (router: Router, door: Door, tools: Tools): void => {
  router.get(
    '/api/desk/sessions',
    door({
      action: 'list_sessions',
      find: () => ({ kind: 'desk' }) as const,
      answer: (call) => list(tools, call),
    }),
  );
  router.delete(
    '/api/desk/sessions/:id',
    door({
      action: 'end_session',
      find: ({ params }) => sessionOf(tools.store, String(params['id'])),
      answer: (call) => end(tools, call),
    }),
  );
};

/** One-time links are kept with the sessions and belong to no account: nobody finds them here. */
const sessionOf = async (store: Store, id: string) => {
  const session = await store.session(id);
  const account = session === undefined ? undefined : await store.account(session.account);
  return session === undefined || account === undefined
    ? undefined
    : ({ kind: 'session', session } as const);
};

const list = async ({ sessions }: Tools, { response, person }: AtDesk): Promise<void> => {
  const own = await sessions.of(person.account.id);
  response.json({ sessions: own.map((session) => shownSession(session, person.session.id)) });
};

/** A session as people see it; `here` is the one they look from. */
export const shownSession = (
  { id, createdAt, seenAt, browser = '' }: RunningSession,
  current: string,
) => ({ id, createdAt, seenAt, browser, here: id === current });

const end = async (
  { sessions }: Tools,
  { request, response, person, thing: { session } }: OfSession,
): Promise<void> => {
  const by = person.account.id;
  const on = session.account;
  await sessions.end(session.id, { act: 'session_ended', by, on, from: addressOf(request) });
  response.status(204).end();
};
