import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Bot, Catalogue, Holder, Log, Store, Suggest } from '../bot/index.ts';
import { commandOf } from './agent-command.ts';
import type { Attendance } from './attendance.ts';
import { authorize } from './authorize.ts';
import { type Door, type Entry, refuse } from './door.ts';
import type { IdentityLinks } from './identity-links.ts';
import { suggestionsFor } from './suggestions.ts';
import { shownConversation, shownDetail, shownEntry } from './views.ts';

/** Conversations of one kind in a list; the counts tell the rest. */
const MOST_LISTED = 200;

/** Entries in one answer; the page asks again from the last one. */
const MOST_ENTRIES = 500;

const HOLDERS = ['queue', 'agent', 'bot', 'closed'] as const;
const LISTED = z.object({ holder: z.enum(HOLDERS).optional() });
const AFTER = z.object({ after: z.coerce.number().int().min(0).default(0) });

type Tools = {
  readonly store: Store;
  readonly bot: Bot;
  readonly catalogue: Catalogue;
  readonly suggest: Suggest;
  readonly attendance: Pick<Attendance, 'isOnline'>;
  readonly clock: { readonly now: () => number };
  readonly log: Log;
  readonly identityLinks: IdentityLinks;
};
type OfConversation = Entry<Awaited<ReturnType<typeof conversationOf>> & object>;

/** Adds the lists, the conversations, what agents do with them, and their photos. */
export const addConversationRoutes = (router: Router, door: Door, tools: Tools): void => {
  const { store } = tools;
  router.get(
    '/api/desk/conversations',
    door({
      action: 'list_conversations',
      find: () => ({ kind: 'desk' }) as const,
      answer: (call) => list(tools, call),
    }),
  );
  router.get(
    '/api/desk/conversations/:id',
    door({
      action: 'read_conversation',
      find: (request) => conversationOf(store, request),
      answer: (call) => read(tools, call),
    }),
  );
  router.post(
    '/api/desk/conversations/:id/commands',
    door({
      action: 'command_conversation',
      find: (request) => conversationOf(store, request),
      answer: (call) => obey(tools, call),
    }),
  );
  router.post(
    '/api/desk/conversations/:id/identity-links',
    door({
      action: 'link_conversation',
      find: (request) => conversationOf(store, request),
      answer: (call) => link(tools, call),
    }),
  );
  router.get(
    '/api/desk/photos/:id',
    door({ action: 'see_photo', find: (request) => photoOf(store, request), answer: photo }),
  );
};

const idOf = ({ params }: Request): string => String(params['id']);

/** The conversation a request names in its path. */
export const conversationOf = async (store: Store, request: Request) => {
  const conversation = await store.conversation(idOf(request));
  return conversation === undefined ? undefined : ({ kind: 'conversation', conversation } as const);
};

const photoOf = async (store: Store, request: Request) => {
  const found = await store.photo(idOf(request));
  if (found === undefined) return undefined;
  return { kind: 'photo', conversation: found.conversation, bytes: found.bytes } as const;
};

const list = async (
  { store, attendance: { isOnline } }: Tools,
  { request, response }: Entry<{ readonly kind: 'desk' }>,
): Promise<void> => {
  const asked = LISTED.safeParse(request.query);
  if (!asked.success) return refuse(response, 400, 'bad_holder');
  const { holder } = asked.data;
  const kinds: readonly Holder['kind'][] = holder === undefined ? HOLDERS : [holder];
  const [counts, ...lists] = await Promise.all([
    store.countByHolder(),
    ...kinds.map((kind) => store.conversationsHeldBy(kind, MOST_LISTED)),
  ]);
  response.json({
    counts,
    conversations: lists.flat().map((one) => shownConversation(one, isOnline)),
  });
};

const read = async (
  { store, catalogue, suggest, clock, attendance: { isOnline } }: Tools,
  { request, response, thing: { conversation } }: OfConversation,
): Promise<void> => {
  const asked = AFTER.safeParse(request.query);
  if (!asked.success) return refuse(response, 400, 'bad_after');
  const { id } = conversation;
  const [incidents, entries] = await Promise.all([
    store.incidentsOf(id),
    store.entries(id, asked.data.after, MOST_ENTRIES),
  ]);
  response.json({
    conversation: {
      ...shownDetail({ conversation, incidents, catalogue, isOnline, now: clock.now() }),
      suggestions: suggestionsFor(suggest, { conversation, incidents, now: clock.now() }),
    },
    entries: entries.map(shownEntry),
    more: entries.length === MOST_ENTRIES,
  });
};

const obey = async (
  { store, bot, clock }: Tools,
  { request, response, person, thing }: OfConversation,
): Promise<void> => {
  const { conversation } = thing;
  const asked = await commandOf({ store, now: clock.now() }, request.body);
  if (asked === undefined) return refuse(response, 400, 'bad_command');
  const allowed =
    asked.command.type !== 'take_over' || authorize(person.account, 'take_over', thing);
  if (!allowed) return refuse(response, 403, 'not_allowed');
  const agent = { id: person.account.id, name: person.account.name };
  const result = await bot.command({
    id: `desk:${agent.id}:${asked.id}`,
    conversation: conversation.id,
    channel: conversation.channel,
    external: conversation.external,
    person: conversation.person,
    at: clock.now(),
    content: { kind: 'command', command: asked.command, agent },
  });
  if (result.kind === 'lost') return void response.status(409).json({ holder: result.holder });
  response.json({ rev: result.rev, holder: result.holder });
};

/** Whoever could vouch for the tenant may send a link instead. */
const link = async (
  { identityLinks, log }: Tools,
  { response, person: { account }, thing: { conversation } }: OfConversation,
): Promise<void> => {
  const { holder, id } = conversation;
  const others = holder.kind === 'agent' && holder.agent.id !== account.id;
  if (others || holder.kind === 'closed') return void response.status(409).json({ holder });
  const made = await identityLinks.make(id, { id: account.id, name: account.name });
  log.info({ conversation: id, agent: account.id }, 'identity link made');
  response.status(201).json({ link: made.path, expiresAt: made.expiresAt });
};

const photo = ({
  response,
  thing: { bytes },
}: Entry<{
  readonly kind: 'photo';
  readonly conversation: string;
  readonly bytes: Uint8Array;
}>): void => {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('Cache-Control', 'private, max-age=3600');
  response.setHeader('Content-Disposition', 'inline; filename="photo.jpg"');
  response.type('image/jpeg').send(Buffer.from(bytes));
};
