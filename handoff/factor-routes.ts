import type { Router } from 'express';
import { z } from 'zod';
import type { Account } from '../bot/index.ts';
import { addressOf, type Door, type Entry, refuse } from './door.ts';
import { qrCodeOf } from './qr-code.ts';
import {
  confirmFactor,
  dropFactor,
  type FactorPolicy,
  mustHaveFactor,
  offerFactor,
  useCode,
} from './second-factor.ts';
import type { Random } from './secret.ts';
import type { SessionTools } from './session-routes.ts';
import { triesOf } from './sign-in-limits.ts';

const code = z.string().max(40);
const PROOF = z.object({ password: z.string().max(1024), code: code.default('') });
const CODE = z.object({ code });

type Tools = SessionTools & { readonly random: Random; readonly secondFactor: FactorPolicy };
type AtDesk = Entry<{ readonly kind: 'desk' }>;
type OfAccount = Entry<{ readonly kind: 'account'; readonly account: Account }>;

/** Adds how people set their second factor, and how an administrator takes that of a lost phone away. */
export const addFactorRoutes = (router: Router, door: Door, tools: Tools): void => {
  const atDesk = () => ({ kind: 'desk' }) as const;
  const own = (answer: (tools: Tools, call: AtDesk) => Promise<void>) =>
    door({ action: 'set_factor', find: atDesk, answer: (call) => answer(tools, call) });
  router.post('/api/desk/second-factor', own(offer));
  router.post('/api/desk/second-factor/confirm', own(confirm));
  router.post('/api/desk/second-factor/remove', own(remove));
  router.delete(
    '/api/desk/accounts/:id/second-factor',
    door({
      action: 'change_account',
      find: async ({ params }) => {
        const account = await tools.store.account(String(params['id']));
        return account === undefined ? undefined : ({ kind: 'account', account } as const);
      },
      answer: (call) => reset(tools, call),
    }),
  );
};

const offer = async (tools: Tools, call: AtDesk): Promise<void> => {
  const { account } = call.person;
  if (!(await isProven(tools, call))) return;
  const { secret, uri } = await offerFactor(tools, account);
  call.response.json({ secret, uri, qr: qrCodeOf(uri) });
};

const confirm = async (tools: Tools, call: AtDesk): Promise<void> => {
  const { request, response, person } = call;
  const asked = CODE.safeParse(request.body);
  if (!asked.success) return refuse(response, 400, 'bad_body');
  if (person.account.offeredFactor === undefined) return refuse(response, 409, 'nothing_offered');
  const tries = triesOf(person.account);
  if (isTooOften(tools, call, tries)) return;
  const recoveryCodes = await confirmFactor(tools, person.account, {
    code: asked.data.code,
    session: person.session.id,
    from: addressOf(request),
  });
  if (recoveryCodes === undefined) return refuse(response, 422, 'wrong_code');
  tools.limits.forgive(tries);
  response.json({ recoveryCodes });
};

const remove = async (tools: Tools, call: AtDesk): Promise<void> => {
  const { request, response, person } = call;
  if (!(await isProven(tools, call))) return;
  if (mustHaveFactor(person.account, tools.secondFactor)) {
    return refuse(response, 409, 'second_factor_needed');
  }
  const by = person.account.id;
  const session = person.session.id;
  await dropFactor(tools, person.account, { by, session, from: addressOf(request) });
  response.status(204).end();
};

const reset = async (
  tools: Tools,
  { request, response, person, thing: { account } }: OfAccount,
): Promise<void> => {
  await dropFactor(tools, account, { by: person.account.id, from: addressOf(request) });
  response.status(204).end();
};

/** Whoever changes the second factor proves again who they are; a browser left open is not enough. */
const isProven = async (tools: Tools, call: AtDesk): Promise<boolean> => {
  const { request, response, person } = call;
  const asked = PROOF.safeParse(request.body);
  if (!asked.success) return no(() => refuse(response, 400, 'bad_body'));
  const { account } = person;
  const tries = triesOf(account);
  if (isTooOften(tools, call, tries)) return false;
  const proof = await tools.passwords.verify(asked.data.password, account.password);
  if (proof.kind !== 'right') return no(() => refuse(response, 422, 'wrong_password'));
  const typed = { code: asked.data.code, from: addressOf(request) };
  if (account.secondFactor !== undefined && !(await useCode(tools, account, typed))) {
    return no(() => refuse(response, 422, 'wrong_code'));
  }
  tools.limits.forgive(tries);
  return true;
};

const no = (tell: () => void): false => {
  tell();
  return false;
};

const isTooOften = (
  { limits }: Tools,
  { response }: AtDesk,
  tries: ReturnType<typeof triesOf>,
): boolean => {
  const wait = limits.tryOnce(tries);
  if (wait === undefined) return false;
  response.setHeader('Retry-After', String(wait));
  refuse(response, 429, 'too_often');
  return true;
};
