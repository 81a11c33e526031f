import type { Router } from 'express';
import { z } from 'zod';
import { type Account, canSignIn, type Store } from '../bot/index.ts';
import { addressOf, type Door, type Entry, refuse } from './door.ts';
import { shownSession } from './session-list-routes.ts';
import type { Sessions, Written } from './sessions.ts';

const CHANGE = z.union([
  z.strictObject({ role: z.enum(['agent', 'supervisor', 'admin']) }),
  z.strictObject({ closed: z.boolean() }),
]);

type Tools = { readonly store: Store; readonly sessions: Sessions };
type AtDesk = Entry<{ readonly kind: 'desk' }>;
type OfAccount = Entry<{ readonly kind: 'account'; readonly account: Account }>;

/** Adds what administrators do with the accounts of others: see them, change their role, close and open them. */
export const addPeopleRoutes = (router: Router, door: Door, tools: Tools): void => {
  const find = async ({ params }: { readonly params: Readonly<Record<string, unknown>> }) => {
    const account = await tools.store.account(String(params['id']));
    return account === undefined ? undefined : ({ kind: 'account', account } as const);
  };
  router.get(
    '/api/desk/accounts',
    door({
      action: 'list_accounts',
      find: () => ({ kind: 'desk' }) as const,
      answer: (call) => list(tools, call),
    }),
  );
  router.get(
    '/api/desk/accounts/:id/sessions',
    door({ action: 'read_account', find, answer: (call) => listSessions(tools, call) }),
  );
  router.patch(
    '/api/desk/accounts/:id',
    door({ action: 'change_account', find, answer: (call) => change(tools, call) }),
  );
};

const list = async ({ store }: Tools, { response }: AtDesk): Promise<void> => {
  response.json({ accounts: (await store.accounts()).map(shownAccount) });
};

const shownAccount = (account: Account) => {
  const { id, name, email, role, disabled } = account;
  const open = canSignIn(account) ? 'open' : 'invited';
  const state = disabled === true ? 'closed' : open;
  return { id, name, email, role, state, factor: account.secondFactor !== undefined };
};

const listSessions = async (
  { sessions }: Tools,
  { response, person, thing: { account } }: OfAccount,
): Promise<void> => {
  const theirs = await sessions.of(account.id);
  response.json({ sessions: theirs.map((session) => shownSession(session, person.session.id)) });
};

const change = async (
  { store, sessions }: Tools,
  { request, response, person, thing: { account } }: OfAccount,
): Promise<void> => {
  const asked = CHANGE.safeParse(request.body);
  if (!asked.success) return refuse(response, 400, 'bad_body');
  const { id } = account;
  const told = { by: person.account.id, on: id, from: addressOf(request) };
  const { set, audit } = wanted(asked.data);
  const became = await sessions.changeAccount({
    id,
    set,
    keepAdministrator: true,
    audit: { ...audit, ...told },
  });
  if (became === 'last_administrator') return refuse(response, 409, 'last_administrator');
  const now = await store.account(id);
  if (became !== 'changed' || now === undefined) return refuse(response, 404, 'not_found');
  response.json({ account: shownAccount(now) });
};

const wanted = (
  asked: z.infer<typeof CHANGE>,
): { readonly set: Pick<Account, 'role'> | { disabled: true | undefined }; audit: Written } => {
  if ('role' in asked) {
    const { role } = asked;
    return { set: { role }, audit: { act: 'role_changed', detail: role } };
  }
  return asked.closed
    ? { set: { disabled: true }, audit: { act: 'account_closed' } }
    : { set: { disabled: undefined }, audit: { act: 'account_opened' } };
};
