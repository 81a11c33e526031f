import express, { type Request, type Response, type Router } from 'express';
import type { Bot, Inbound, Instant, Log, Store } from '../bot/index.ts';
import type { SmsClaims } from './sms-claims.ts';
import type { SmsCall, SmsProvider, SmsReceived, SmsStatus } from './sms-provider.ts';
import { readPartKey } from './sms-threads.ts';

/** The largest call that is read: a text has 1,600 characters at most. */
const LARGEST = '64kb';

/** What the doors are made of. */
export type SmsDoorParts = {
  readonly provider: SmsProvider;
  readonly claims: SmsClaims;
  readonly bot: Pick<Bot, 'accept'>;
  readonly store: Pick<Store, 'setDelivery' | 'conversation'>;
  readonly row: (received: SmsReceived) => Inbound;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'warn'>;
};

/** The addresses a provider calls: one for what people write, one for what became of our texts. */
export const createSmsDoors = (parts: SmsDoorParts): Router => {
  const { provider } = parts;
  const router = express.Router();
  const body = express.text({ type: () => true, limit: LARGEST });
  router.post(provider.paths.inbound, body, (request, response) =>
    verified(parts, { request, response }, receive),
  );
  router.post(provider.paths.status, body, (request, response) =>
    verified(parts, { request, response }, follow),
  );
  return router;
};

type Called = { readonly request: Request; readonly response: Response };
type Answer = (parts: SmsDoorParts, call: SmsCall, response: Response) => Promise<void>;

/** A machine reads these answers: the status is all they say. */
const verified = async (
  parts: SmsDoorParts,
  { request, response }: Called,
  answer: Answer,
): Promise<void> => {
  const call = callOf(request);
  if (parts.provider.verify(call)) return answer(parts, call, response);
  parts.log.warn({ provider: parts.provider.name }, 'sms call with a bad signature');
  response.sendStatus(403);
};

const callOf = (request: Request): SmsCall => ({
  path: request.originalUrl,
  header: (name) => request.get(name),
  body: typeof request.body === 'string' ? request.body : '',
});

const receive: Answer = async ({ provider, bot, row, log }, call, response) => {
  const received = provider.readInbound(call);
  if (received === undefined || received.to !== provider.number) {
    log.warn({ provider: provider.name, read: received !== undefined }, 'sms call not for us');
    response.sendStatus(400);
    return;
  }
  await bot.accept(row(received));
  response.type(provider.thanks.type).send(provider.thanks.body);
};

const follow: Answer = async (parts, call, response) => {
  const status = parts.provider.readStatus(call);
  if (status === undefined) {
    response.sendStatus(400);
    return;
  }
  await note(parts, status);
  response.sendStatus(204);
};

/** How far a text got; the store only ever moves it on, so calls may come twice or in any order. */
const note = async (parts: SmsDoorParts, { id, key, progress }: SmsStatus): Promise<void> => {
  const part = readPartKey(key);
  if (!(await parts.claims.claim(id, key)) || part === undefined) return;
  const { conversation, seq, last } = part;
  if (progress.kind === 'accepted' || (progress.kind !== 'failed' && !last)) return;
  await parts.store.setDelivery({ conversation, seq, delivery: progress.kind, channelId: id });
  if (progress.kind === 'failed') await tell(parts, { ...part, id, why: progress.why });
};

type Failed = Pick<Extract<Inbound['content'], { kind: 'undelivered' }>, 'seq' | 'why'> & {
  readonly conversation: string;
  readonly id: string;
};

/** What did not arrive is said to the desk, once. */
const tell = async (
  { store, bot, provider, now }: SmsDoorParts,
  { conversation: thread, id, seq, why }: Failed,
): Promise<void> => {
  const conversation = await store.conversation(thread);
  if (conversation === undefined) return;
  const { channel, external, person } = conversation;
  await bot.accept({
    id: `sms:${provider.name}:${id}:failed`,
    conversation: thread,
    channel,
    external,
    person,
    at: now(),
    content: { kind: 'undelivered', seq, why },
  });
};
