import { z } from 'zod';
import { type AgentCommand, type AgentRef, canSignIn, MAX_TEXT, type Store } from '../bot/index.ts';

const id = z.string().regex(/^[\w.:-]{1,100}$/);
const text = z.string().trim().min(1).max(MAX_TEXT);

const COMMAND = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('take') }),
  z.object({ id, type: z.literal('reply'), text }),
  z.object({ id, type: z.literal('note'), text }),
  z.object({ id, type: z.literal('transfer'), to: z.string().max(100).optional(), note: text }),
  z.object({ id, type: z.literal('release') }),
  z.object({ id, type: z.literal('close') }),
  z.object({ id, type: z.literal('verify') }),
  z.object({ id, type: z.literal('unverify') }),
]);

/** A command as an agent's page sent it, under the id the page gave it. */
export type AskedCommand = { readonly id: string; readonly command: AgentCommand };

/** Reads a command; undefined when it is not one, or is meant for a colleague who does not exist. */
export const commandOf = async (store: Store, body: unknown): Promise<AskedCommand | undefined> => {
  const parsed = COMMAND.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, ...asked } = parsed.data;
  // That a link was opened only the link can say.
  if (asked.type === 'verify') return { id, command: { type: 'verify', by: 'agent' } };
  if (asked.type !== 'transfer') return { id, command: asked };
  const { type, note, to } = asked;
  if (to === undefined) return { id, command: { type, note } };
  const colleague = await colleagueOf(store, to);
  return colleague === undefined ? undefined : { id, command: { type, note, to: colleague } };
};

const colleagueOf = async (store: Store, to: string): Promise<AgentRef | undefined> => {
  const account = await store.account(to);
  if (account === undefined || !canSignIn(account)) return undefined;
  return { id: account.id, name: account.name };
};
