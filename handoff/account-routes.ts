import type { Router } from 'express';
import { z } from 'zod';
import { type Account, canSignIn } from '../bot/index.ts';
import { addressOf, type Door, type Entry, refuse, type Visit } from './door.ts';
import { lookAtLink, makeLink, newAccountId, useLink } from './links.ts';
import type { Random } from './secret.ts';
import { type SessionTools, welcome } from './session-routes.ts';

/** The shortest password that is taken. */
const SHORTEST_PASSWORD = 12;

const name = z.string().trim().min(1).max(80);
const email = z.email().max(254);
const TOKEN = z.object({ token: z.string().max(100) });
const INTRODUCTION = z.object({
  token: z.string().max(100),
  password: z.string().min(SHORTEST_PASSWORD).max(1024),
  name: name.optional(),
  email: email.optional(),
});
const NEW_ACCOUNT = z.object({ name, email, role: z.enum(['agent', 'supervisor', 'admin']) });

type Tools = SessionTools & { readonly random: Random };
type AtDoor = Visit<{ readonly kind: 'door' }>;
type AtDesk = Entry<{ readonly kind: 'desk' }>;

/** Adds the list of colleagues, new accounts, and the links with which people choose a password. */
export const addAccountRoutes = (router: Router, door: Door, tools: Tools): void => {
  const atDesk = () => ({ kind: 'desk' }) as const;
  const atDoor = () => ({ kind: 'door' }) as const;
  router.get(
    '/api/desk/agents',
    door({ action: 'list_agents', find: atDesk, answer: (call) => colleagues(tools, call) }),
  );
  router.post(
    '/api/desk/accounts',
    door({ action: 'add_account', find: atDesk, answer: (call) => invite(tools, call) }),
  );
  router.post(
    '/api/desk/links/look',
    door({ action: 'use_link', open: true, find: atDoor, answer: (call) => look(tools, call) }),
  );
  router.post(
    '/api/desk/links/use',
    door({ action: 'use_link', open: true, find: atDoor, answer: (call) => use(tools, call) }),
  );
};

const colleagues = async ({ store }: Tools, { response }: AtDesk): Promise<void> => {
  const accounts = await store.accounts();
  const agents = accounts.filter(canSignIn).map(({ id, name, role }) => ({ id, name, role }));
  response.json({ agents });
};

/** Whoever has come once has a way in, open or closed: an invitation would make a second one. */
const hasCome = ({ password, external }: Account): boolean =>
  password !== undefined || external !== undefined;

const invite = async (tools: Tools, { request, response, person }: AtDesk): Promise<void> => {
  const wanted = NEW_ACCOUNT.safeParse(request.body);
  if (!wanted.success) return refuse(response, 400, 'bad_body');
  const address = wanted.data.email.toLowerCase();
  const known = await tools.store.accountByEmail(address);
  if (known !== undefined && hasCome(known)) return refuse(response, 409, 'email_taken');
  const id = known?.id ?? newAccountId(tools.random);
  const account: Account = { ...wanted.data, id, email: address };
  const audit = {
    at: tools.clock.now(),
    act: 'invited',
    by: person.account.id,
    on: id,
    detail: account.role,
    from: addressOf(request),
  } as const;
  const saved = await tools.store.saveAccount(account, audit);
  if (!saved) return refuse(response, 409, 'email_taken');
  response.status(201).json({ agent: account, link: await makeLink(tools, id) });
};

const look = async (tools: Tools, { request, response }: AtDoor): Promise<void> => {
  const asked = TOKEN.safeParse(request.body);
  if (!asked.success) return refuse(response, 400, 'bad_body');
  const found = await lookAtLink(tools, asked.data.token);
  if (found.kind === 'void') return refuse(response, 410, 'link_void');
  if (found.kind === 'first') return void response.json({ kind: 'first' });
  const { name, email } = found.account;
  response.json({ kind: 'invited', name, email });
};

const use = async (tools: Tools, call: AtDoor): Promise<void> => {
  const { request, response } = call;
  const introduction = INTRODUCTION.safeParse(request.body);
  if (!introduction.success) return refuse(response, 400, 'bad_body');
  const wait = tools.limits.tryOnce({ ip: addressOf(request), email: 'link' });
  if (wait !== undefined) return refuse(response, 429, 'too_often');
  const account = await useLink(tools, introduction.data);
  if (account === undefined) return refuse(response, 410, 'link_void');
  if (account === 'taken') return refuse(response, 409, 'email_taken');
  tools.limits.forgive({ ip: addressOf(request), email: 'link' });
  await welcome(tools, call, { account, way: 'link' });
};
