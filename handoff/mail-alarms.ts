import type { Bus, Clock, Conversation, Log, Store } from '../bot/index.ts';
import { type AlarmMailWords, alarmMail } from './alarm-mail.ts';
import type { SendMail } from './smtp.ts';

/** Hints of this long are looked at together, ms. */
const TOGETHER = 1_000;

/** An e-mail that could not be sent is tried again after this long, ms, while the danger waits. */
const PAUSE = 30_000;

type Tools = {
  readonly bus: Bus;
  readonly store: Pick<Store, 'conversation'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly send: SendMail;
  readonly words: AlarmMailWords;
  /** The address of the desk's page. */
  readonly desk: string;
};

/** Sends an e-mail each time a danger nobody attends to rings again; the returned function stops it. */
export const mailAlarms = (tools: Tools): (() => void) => {
  const { bus, clock, log } = tools;
  const waiting = new Set<string>();
  const told = new Set<string>();

  const look = async (id: string): Promise<void> => {
    const conversation = await tools.store.conversation(id);
    const ring = conversation === undefined ? undefined : ringOf(conversation);
    if (conversation === undefined || ring === undefined || told.has(ring)) return;
    told.add(ring);
    try {
      await mail(tools, conversation);
    } catch (cause) {
      told.delete(ring);
      throw cause;
    }
  };
  const tryOnce = (id: string): void => {
    look(id).catch((cause) => {
      log.error({ conversation: id, cause: String(cause) }, 'alarm not mailed');
      clock.after(PAUSE, () => tryOnce(id));
    });
  };
  const flush = (): void => {
    const ids = [...waiting];
    waiting.clear();
    ids.forEach(tryOnce);
  };
  return bus.listen(({ conversation }) => {
    if (waiting.size === 0) clock.after(TOGETHER, flush);
    waiting.add(conversation);
  });
};

/** Names one ring of one alarm; nothing when none has rung again. */
const ringOf = ({ id, alarm }: Conversation): string | undefined =>
  alarm === undefined || alarm.rung === 0 ? undefined : `${id}:${alarm.since}:${alarm.rung}`;

const mail = async (tools: Tools, conversation: Conversation): Promise<void> => {
  const { clock, log, send, words, desk } = tools;
  await send(alarmMail(words, conversation, { now: clock.now(), desk }));
  log.info({ conversation: conversation.id }, 'alarm mailed');
};
