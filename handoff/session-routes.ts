import type { Router } from 'express';
import { z } from 'zod';
import { type Account, type Clock, canSignIn, type Log, type Store } from '../bot/index.ts';
import { browserName } from './browser-name.ts';
import type { Cookie } from './cookie.ts';
import { addressOf, type Door, refuse, type Visit } from './door.ts';
import type { Passwords } from './passwords.ts';
import { type FactorPolicy, owesFactor, useCode } from './second-factor.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import { type SignInLimits, triesOf } from './sign-in-limits.ts';

const CREDENTIALS = z.object({
  email: z.string().max(254),
  password: z.string().max(1024),
  code: z.string().max(40).optional(),
});

/** What sessions are made with. */
export type SessionTools = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly limits: SignInLimits;
  readonly cookie: Cookie;
  readonly clock: Pick<Clock, 'now'>;
  readonly secondFactor: FactorPolicy;
  readonly log: Log;
};

type AtDoor = Visit<{ readonly kind: 'door' }>;

/** Adds sign-in, sign-out and "who am I". */
export const addSessionRoutes = (router: Router, door: Door, tools: SessionTools): void => {
  const atDoor = () => ({ kind: 'door' }) as const;
  router.post(
    '/api/desk/session',
    door({ action: 'sign_in', open: true, find: atDoor, answer: (call) => signIn(tools, call) }),
  );
  router.delete(
    '/api/desk/session',
    door({ action: 'sign_out', open: true, find: atDoor, answer: (call) => signOut(tools, call) }),
  );
  router.get(
    '/api/desk/session',
    door({
      action: 'who_am_i',
      find: () => ({ kind: 'desk' }) as const,
      answer: ({ response, person }) => void response.json(shownPerson(person, tools)),
    }),
  );
};

/** What a browser learns of the person it is signed in as. */
const shownPerson = (
  { account, session }: SignedIn,
  { secondFactor: policy }: Pick<SessionTools, 'secondFactor'>,
) => {
  const { id, name, email, role, password, secondFactor } = account;
  const factor = secondFactor === undefined ? 'none' : 'set';
  return {
    agent: { id, name, email, role },
    expiresAt: session.expiresAt,
    /** What signs this person in elsewhere has its own second factor. */
    factor: password === undefined ? 'elsewhere' : factor,
    owesFactor: owesFactor(account, policy),
  };
};

/** How somebody proved who they are. */
type SignInWay = 'password' | 'link' | 'organisation';

/** Starts a session and tells the browser who it is signed in as. */
export const welcome = async (
  tools: SessionTools,
  call: AtDoor,
  comer: { readonly account: SignedIn['account']; readonly way: SignInWay },
): Promise<void> => {
  const signedIn = await startSession(tools, call, comer);
  call.response.json(shownPerson(signedIn, tools));
};

/** Starts a session in place of the one the browser had, if any, and hands over its cookie. */
export const startSession = async (
  tools: Pick<SessionTools, 'sessions' | 'cookie' | 'log'>,
  { request, response, person }: AtDoor,
  { account, way }: { readonly account: SignedIn['account']; readonly way: SignInWay },
): Promise<SignedIn> => {
  const { sessions, cookie, log } = tools;
  const by = account.id;
  const from = addressOf(request);
  if (person !== undefined) await sessions.end(person.session.id);
  const signedIn = await sessions.open(account, {
    audit: { act: 'signed_in', by, detail: way, from },
    browser: browserName(request.get('user-agent')),
  });
  log.info({ agent: account.id, role: account.role }, 'agent signed in');
  response.append('Set-Cookie', cookie.set(signedIn.secret));
  return signedIn;
};

const signIn = async (tools: SessionTools, call: AtDoor): Promise<void> => {
  const { request, response } = call;
  const credentials = CREDENTIALS.safeParse(request.body);
  if (!credentials.success) return refuse(response, 400, 'bad_body');
  const { password } = credentials.data;
  const email = credentials.data.email.trim().toLowerCase();
  const who = { ip: addressOf(request), email };
  const wait = tools.limits.tryOnce(who);
  if (wait !== undefined) return tooOften(call, wait);
  const account = await tools.store.accountByEmail(email);
  const proof = await tools.passwords.verify(password, account?.password);
  if (proof.kind === 'crowded') return tooOften(call, 5);
  if (proof.kind === 'wrong' || account === undefined || !canSignIn(account)) {
    return fail(tools, call, { account, detail: 'password', error: 'wrong_credentials' });
  }
  if (account.secondFactor !== undefined) {
    const shown = await showCode(tools, call, { account, code: credentials.data.code });
    if (shown === 'asked') tools.limits.forgive(who);
    if (shown !== 'right') return;
  }
  tools.limits.forgive(who);
  await welcome(tools, call, { account, way: 'password' });
};

/** Asks for the code of the phone, or looks at it; it is told to the browser only after the right password. */
const showCode = async (
  tools: SessionTools,
  call: AtDoor,
  { account, code }: { readonly account: Account; readonly code: string | undefined },
): Promise<'right' | 'wrong' | 'asked'> => {
  const { request, response } = call;
  if (code === undefined || code === '') {
    refuse(response, 401, 'code_needed');
    return 'asked';
  }
  const tries = triesOf(account);
  const wait = tools.limits.tryOnce(tries);
  if (wait !== undefined) {
    tooOften(call, wait);
    return 'wrong';
  }
  if (!(await useCode(tools, account, { code, from: addressOf(request) }))) {
    await fail(tools, call, { account, detail: 'code', error: 'wrong_code' });
    return 'wrong';
  }
  tools.limits.forgive(tries);
  return 'right';
};

/** Writes down that a sign-in failed, then says so. */
const fail = async (
  { store, clock, log }: SessionTools,
  { request, response }: AtDoor,
  why: {
    readonly account: Account | undefined;
    readonly detail: 'password' | 'code';
    readonly error: string;
  },
): Promise<void> => {
  const { account, detail, error } = why;
  log.warn({ agent: account?.id, detail }, 'sign-in refused');
  const on = account === undefined ? {} : { on: account.id };
  const from = addressOf(request);
  await store.addAudit({ at: clock.now(), act: 'sign_in_failed', detail, from, ...on });
  refuse(response, 401, error);
};

const tooOften = ({ response }: AtDoor, seconds: number): void => {
  response.setHeader('Retry-After', String(seconds));
  refuse(response, 429, 'too_often');
};

const signOut = async (
  { sessions, cookie }: SessionTools,
  { request, response, person }: AtDoor,
): Promise<void> => {
  if (person !== undefined) {
    const by = person.account.id;
    await sessions.end(person.session.id, { act: 'signed_out', by, from: addressOf(request) });
  }
  response.setHeader('Set-Cookie', cookie.clear());
  response.status(204).end();
};
