import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import { intend, judgeSend, judgeSettled, nextDelivery } from './deliver.ts';
import type { Language } from './language.ts';
import type { OutboxEntry, SendResult } from './outbox.ts';
import { save } from './save.ts';
import type { WorkerTools } from './worker.ts';

/**
 * Sends one SMS that answers no SMS conversation. `key` is the same each time the same text is tried again, and `to` is
 * E.164. A carrier that throws has told nothing: the fate is unknown.
 */
export type Texts = {
  readonly send: (text: {
    readonly to: string;
    readonly body: string;
    readonly key: string;
  }) => Promise<SendResult>;
};

/** A code that is to be sent to a telephone: the n-th of its conversation, from 0. Its words are made when it leaves. */
export type TextDraft = {
  readonly n: number;
  readonly to: string;
  readonly language: Language;
  /** Afterwards it is of no use and is not sent any more. */
  readonly until: Instant;
};

/** A text on its way, as the conversation keeps it; the code itself is kept nowhere. */
export type TextEntry = TextDraft & Pick<OutboxEntry, 'key' | 'by' | 'attempts' | 'state'>;

/** The carrier, and what makes the words of a text; the same text always gets the same words. */
export type Texting = {
  readonly carrier: Texts;
  readonly write: (text: TextDraft, conversation: string) => string;
};

/** Notes texts to be sent in the document, in the same write as what the bot says about them. */
export const withTexts = (
  conversation: Conversation,
  drafts: readonly TextDraft[],
  now: Instant,
): Conversation => {
  if (drafts.length === 0) return conversation;
  const entries = drafts.map((draft): TextEntry => {
    const key = `${conversation.id}:text:${draft.n}`;
    return { ...draft, key, by: 'bot', attempts: 0, state: { kind: 'new', next: now } };
  });
  return { ...conversation, texts: [...(conversation.texts ?? []), ...entries] };
};

/** When a text wants to be sent; nothing when there is none. */
export const textTime = ({ texts = [] }: Conversation, now: Instant): Instant | undefined => {
  const step = nextDelivery(texts, now);
  if (step.kind === 'rest') return undefined;
  return step.kind === 'wait' ? step.until : now;
};

/** Makes one step with the texts: intent, send, record. Nothing when there is none to make now. */
export const carryText = async (
  tools: WorkerTools,
  held: Conversation,
): Promise<Conversation | undefined> => {
  const now = tools.clock.now();
  const step = nextDelivery(held.texts ?? [], now);
  if (step.kind === 'rest' || step.kind === 'wait') return undefined;
  const { kind, entry } = step;
  if (kind === 'drop' || entry.until <= now) return save(tools, held, withHead(held, undefined));
  if (kind === 'send') return send(tools, held, entry);
  return record(tools, held, judgeSettled(entry, { kind: 'unknown' }, now));
};

const send = async (
  tools: WorkerTools,
  held: Conversation,
  entry: TextEntry,
): Promise<Conversation> => {
  const intended = intend(entry, tools.clock.now());
  const marked = await save(tools, held, withHead(held, intended));
  tools.reach('before-send');
  const result = await attempt(tools, held.id, intended);
  tools.reach('after-send');
  return record(tools, marked, judgeSend(intended, result, tools.clock.now()));
};

const attempt = async (
  { texting, log }: WorkerTools,
  conversation: string,
  entry: TextEntry,
): Promise<SendResult> => {
  if (texting === undefined) return { kind: 'refused', why: 'blocked' };
  const { to, key } = entry;
  try {
    return await texting.carrier.send({ to, key, body: texting.write(entry, conversation) });
  } catch (cause) {
    log.warn({ conversation, cause: String(cause) }, 'text of unknown fate');
    return { kind: 'unknown' };
  }
};

const record = async (
  tools: WorkerTools,
  held: Conversation,
  judged: ReturnType<typeof judgeSend<TextEntry>>,
): Promise<Conversation> => {
  if (judged.kind === 'stay') return save(tools, held, withHead(held, judged.entry));
  const { id: conversation } = held;
  tools.log.info({ conversation, delivery: judged.delivery }, 'text');
  const saved = await save(tools, held, withHead(held, undefined));
  tools.reach('after-record');
  return saved;
};

/** The first text changed, or gone. */
const withHead = (held: Conversation, head: TextEntry | undefined): Conversation => ({
  ...held,
  texts: [...(head === undefined ? [] : [head]), ...(held.texts ?? []).slice(1)],
});
