import type { Router } from 'express';
import type { Account } from '../bot/index.ts';
import type { Cookie } from './cookie.ts';
import { addressOf, type Door, refuse, type Visit } from './door.ts';
import { newAccountId } from './links.ts';
import { CALLBACK, type Identity, type Oidc } from './oidc.ts';
import { newSecret, type Random } from './secret.ts';
import { type SessionTools, startSession } from './session-routes.ts';

type Tools = SessionTools & {
  readonly random: Random;
  /** Absent where nobody signs in through an organisation. */
  readonly oidc: Oidc | undefined;
  /** Ties the way back to the way there. */
  readonly onTheWay: Cookie;
};
type AtDoor = Visit<{ readonly kind: 'door' }>;

/** Why somebody does not get in; the page has a sentence for each. */
type Hindrance = 'down' | 'refused' | 'no_role' | 'closed' | 'taken' | 'often';

/** Adds the way in through the accounts of an organisation. */
export const addOidcRoutes = (router: Router, door: Door, tools: Tools): void => {
  const atDoor = () => ({ kind: 'door' }) as const;
  const atWay = () => (tools.oidc === undefined ? undefined : atDoor());
  const say = ({ response }: AtDoor) =>
    void response.json({ organisation: tools.oidc !== undefined });
  router.get('/api/desk/oidc', door({ action: 'sign_in', open: true, find: atDoor, answer: say }));
  router.get(
    '/api/desk/oidc/start',
    door({ action: 'sign_in', open: true, find: atWay, answer: (call) => start(tools, call) }),
  );
  router.get(
    CALLBACK,
    door({ action: 'sign_in', open: true, find: atWay, answer: (call) => finish(tools, call) }),
  );
};

const start = async ({ oidc, random, onTheWay }: Tools, call: AtDoor): Promise<void> => {
  const secret = newSecret(random);
  const address = await oidc?.start(secret);
  if (address === undefined) return turnBack(call, 'down');
  call.response.setHeader('Set-Cookie', onTheWay.set(secret));
  call.response.redirect(address);
};

const finish = async (tools: Tools, call: AtDoor): Promise<void> => {
  const { request, response } = call;
  const secret = tools.onTheWay.read(request.headers.cookie);
  response.setHeader('Set-Cookie', tools.onTheWay.clear());
  const from = addressOf(request);
  const tries = { ip: `oidc:${from}`, email: `oidc:${from}` };
  if (tools.limits.tryOnce(tries) !== undefined) return turnBack(call, 'often');
  const proof = await tools.oidc?.finish(secret ?? newSecret(tools.random), request.originalUrl);
  if (proof === undefined) return refuse(response, 404, 'not_found');
  if (proof.kind !== 'proven') {
    if (proof.kind === 'refused') tools.log.warn({ why: proof.why }, 'organisation refused');
    return fail(tools, call, { hindrance: proof.kind, account: undefined });
  }
  tools.limits.forgive(tries);
  const known = await tools.store.accountByExternal(proof.identity.key);
  const admitted = await admit(tools, { known, identity: proof.identity, from });
  if (typeof admitted === 'string')
    return fail(tools, call, { hindrance: admitted, account: known });
  await startSession(tools, call, { account: admitted, way: 'organisation' });
  response.redirect('/console');
};

type Comer = {
  readonly known: Account | undefined;
  readonly identity: Identity;
  readonly from: string;
};

/** The account of somebody whose groups give them a role, made when they come for the first time. */
const admit = async (tools: Tools, comer: Comer): Promise<Account | Hindrance> => {
  const { known, identity, from } = comer;
  if (known?.disabled === true) return 'closed';
  const { role } = identity;
  if (role === undefined) return leaveOutside(tools, comer);
  if (known === undefined) return welcomeNew(tools, { ...comer, role });
  if (known.role === role) return known;
  const audit = { act: 'role_changed', on: known.id, detail: role, from } as const;
  await tools.sessions.changeAccount({ id: known.id, set: { role }, audit });
  return { ...known, role };
};

/** Whoever lost their last group is signed out where they still were. */
const leaveOutside = async (tools: Tools, { known, from }: Comer): Promise<'no_role'> => {
  if (known === undefined) return 'no_role';
  const audit = { act: 'session_ended', on: known.id, from } as const;
  await tools.sessions.changeAccount({ id: known.id, set: {}, audit });
  return 'no_role';
};

/** An address that has an account already stays with it: the organisation vouches for its people, not for ours. */
const welcomeNew = async (
  { store, random, clock }: Tools,
  { identity, role, from }: Comer & { readonly role: Account['role'] },
): Promise<Account | 'taken'> => {
  const { key, email, name } = identity;
  const id = newAccountId(random);
  const account: Account = { id, email, name, role, external: key };
  const audit = { at: clock.now(), act: 'joined', by: id, on: id, detail: role, from } as const;
  if (await store.saveAccount(account, audit)) return account;
  // Two tabs of one person may come for the first time at once.
  return (await store.accountByExternal(key)) ?? 'taken';
};

const fail = async (
  { store, clock }: Tools,
  call: AtDoor,
  why: { readonly hindrance: Hindrance; readonly account: Account | undefined },
): Promise<void> => {
  const on = why.account === undefined ? {} : { on: why.account.id };
  const from = addressOf(call.request);
  const at = clock.now();
  await store.addAudit({ at, act: 'sign_in_failed', detail: 'organisation', from, ...on });
  turnBack(call, why.hindrance);
};

/** Back to the door, which says why in the person's language and still takes a password. */
const turnBack = ({ response }: AtDoor, why: Hindrance): void =>
  response.redirect(`/console#oidc=${why}`);
