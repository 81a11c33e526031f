import type { Router } from 'express';
import { z } from 'zod';
import type { Store } from '../bot/index.ts';
import { conversationOf } from './conversation-routes.ts';
import { type Door, type Entry, refuse } from './door.ts';
import type { Presence } from './presence.ts';

const DOING = z.object({ doing: z.enum(['viewing', 'typing', 'gone']) });

type Found = NonNullable<Awaited<ReturnType<typeof conversationOf>>>;

/** Adds the route on which pages say who looks at a conversation and who writes. */
export const addPresenceRoute = (
  router: Router,
  door: Door,
  { store, presence }: { readonly store: Store; readonly presence: Presence },
): void => {
  router.post(
    '/api/desk/conversations/:id/presence',
    door({
      action: 'show_presence',
      find: (request) => conversationOf(store, request),
      answer: (call) => show(presence, call),
    }),
  );
};

const show = (presence: Presence, { request, response, person, thing }: Entry<Found>): void => {
  const told = DOING.safeParse(request.body);
  if (told.success) {
    const { id, name } = person.account;
    presence.tell(thing.conversation.id, { id, name }, told.data.doing);
    response.status(204).end();
  } else refuse(response, 400, 'bad_body');
};
