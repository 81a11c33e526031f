import { z } from 'zod';
import type { AgentRef, Bot, Clock, Conversation, Instant, Store } from '../bot/index.ts';
import { hashOfSecret, newSecret, type Random } from './secret.ts';

/** How long a tenant has to open a link, ms. */
const LIFE = 30 * 60_000;

/** Marks what stands where the account of a session would: such a secret opens nothing else. */
const MARK = 'identity:';

const PURPOSE = z.object({
  conversation: z.string(),
  agent: z.object({ id: z.string(), name: z.string() }),
});

type Purpose = z.infer<typeof PURPOSE>;

/** The one-time link with which an agent lets a tenant show who they are, in one conversation. */
export type IdentityLinks = {
  /** Makes a link for a conversation; whoever opens it within half an hour is taken for the tenant. */
  readonly make: (
    conversation: string,
    agent: AgentRef,
  ) => Promise<{ readonly path: string; readonly expiresAt: Instant }>;
  /** Whether a link can still be opened; looking does not use it up. */
  readonly look: (token: string) => Promise<boolean>;
  /** Opens a link: the conversation it was made for learns who speaks. False when it is no good, or was used. */
  readonly use: (token: string) => Promise<boolean>;
};

type Tools = {
  readonly store: Store;
  readonly bot: Pick<Bot, 'command'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
};

/** Builds the links. What is kept of one is a hash: the database opens nothing. */
export const createIdentityLinks = (tools: Tools): IdentityLinks => ({
  make: async (conversation, agent) => {
    const { store, clock, random } = tools;
    const token = newSecret(random);
    const createdAt = clock.now();
    const expiresAt = createdAt + LIFE;
    const account = `${MARK}${JSON.stringify({ conversation, agent })}`;
    await store.addSession({ id: hashOfSecret('identity', token), account, createdAt, expiresAt });
    return { path: `/verifier/${token}`, expiresAt };
  },
  look: async (token) => (await openable(tools, token)) !== undefined,
  use: async (token) => {
    const purpose = await openable(tools, token);
    const found = purpose && (await tools.store.conversation(purpose.conversation));
    return found === undefined || purpose === undefined
      ? false
      : open(tools, { token, purpose, found });
  },
});

const openable = async ({ store, clock }: Tools, token: string): Promise<Purpose | undefined> => {
  const link = await store.session(hashOfSecret('identity', token));
  if (link === undefined || link.expiresAt <= clock.now()) return undefined;
  if (!link.account.startsWith(MARK)) return undefined;
  return PURPOSE.parse(JSON.parse(link.account.slice(MARK.length)));
};

/** The row has the link's own id: opened twice at once, or again after a crash, it counts once. */
const open = async (
  { store, bot, clock }: Tools,
  { token, purpose, found }: { token: string; purpose: Purpose; found: Conversation },
): Promise<boolean> => {
  const link = hashOfSecret('identity', token);
  const { id: conversation, channel, external, person } = found;
  const result = await bot.command({
    ...{ id: `link:${link}`, conversation, channel, external, person },
    at: clock.now(),
    content: {
      kind: 'command',
      command: { type: 'verify', by: 'link' },
      agent: purpose.agent,
    },
  });
  await store.dropSession(link);
  return result.kind === 'done';
};
