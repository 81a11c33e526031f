import { z } from 'zod';
import {
  type AgentCommand,
  type AgentRef,
  canSignIn,
  type Instant,
  MAX_TEXT,
  type Store,
} from '../bot/index.ts';

const id = z.string().regex(/^[\w.:-]{1,100}$/);
const text = z.string().trim().min(1).max(MAX_TEXT);
const person = z.string().max(100);

/** Nothing is set aside for longer than this, ms. */
const LONGEST_SNOOZE = 31 * 24 * 60 * 60_000;

const COMMAND = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('take') }),
  z.object({ id, type: z.literal('take_over'), from: person }),
  z.object({ id, type: z.literal('reply'), text }),
  z.object({ id, type: z.literal('note'), text }),
  z.object({ id, type: z.literal('snooze'), until: z.number().int() }),
  z.object({ id, type: z.literal('transfer'), to: person.optional(), note: text }),
  z.object({ id, type: z.literal('release'), summary: text.optional() }),
  z.object({ id, type: z.literal('close') }),
  z.object({ id, type: z.literal('verify') }),
  z.object({ id, type: z.literal('unverify') }),
  z.object({ id, type: z.literal('undo_close') }),
]);

/** A command as an agent's page sent it, under the id the page gave it. */
export type AskedCommand = { readonly id: string; readonly command: AgentCommand };

/** Reads a command; undefined when it is not one, is for a colleague who does not exist, or for a time that is no future. */
export const commandOf = async (
  { store, now }: { readonly store: Store; readonly now: Instant },
  body: unknown,
): Promise<AskedCommand | undefined> => {
  const parsed = COMMAND.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, ...asked } = parsed.data;
  switch (asked.type) {
    case 'transfer': {
      const { type, note, to } = asked;
      if (to === undefined) return { id, command: { type, note } };
      const colleague = await colleagueOf(store, to);
      return colleague === undefined ? undefined : { id, command: { type, note, to: colleague } };
    }
    case 'release': {
      const { type, summary } = asked;
      return { id, command: { type, ...(summary === undefined ? {} : { summary }) } };
    }
    case 'snooze': {
      const ahead = asked.until - now;
      return ahead > 0 && ahead <= LONGEST_SNOOZE ? { id, command: asked } : undefined;
    }
    // That a link was opened only the link can say.
    case 'verify':
      return { id, command: { type: 'verify', by: 'agent' } };
    default:
      return { id, command: asked };
  }
};

const colleagueOf = async (store: Store, to: string): Promise<AgentRef | undefined> => {
  const account = await store.account(to);
  if (account === undefined || !canSignIn(account)) return undefined;
  return { id: account.id, name: account.name };
};
