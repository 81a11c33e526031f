import type { Bot, Clock, Inbound, Log, Store } from '../bot/index.ts';
import { type Absence, type Attendance, absencesIn } from './attendance.ts';

/** How often it is looked who is gone, ms. */
const ROUND = 10_000;

/** Conversations looked at in one round. */
const MOST_HELD = 1_000;

type Tools = {
  readonly store: Store;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  readonly attendance: Attendance;
};

/** Gives back to the queue what agents who are gone still hold; the returned function stops it. */
export const watchAbsence = (tools: Tools): (() => void) => {
  const { clock, log } = tools;
  let cancel = (): void => undefined;
  const again = (): void => {
    cancel = clock.after(ROUND, () => {
      again();
      round(tools).catch((cause) => log.warn({ cause: String(cause) }, 'absences not looked at'));
    });
  };
  again();
  return () => cancel();
};

const round = async ({ store, bot, clock, log, attendance }: Tools): Promise<void> => {
  const held = await store.conversationsHeldBy('agent', MOST_HELD);
  const now = clock.now();
  for (const absence of absencesIn(held, { ...attendance, now })) {
    log.info({ conversation: absence.conversation.id, agent: absence.agent.id }, 'agent gone');
    await bot.accept(rowOf(absence, now));
  }
};

/** One row for one holding, however often it is noticed: the tenant is told once. */
const rowOf = ({ conversation, agent, since }: Absence, at: number): Inbound => ({
  id: `desk:gone:${conversation.id}:${agent.id}:${since}`,
  conversation: conversation.id,
  channel: conversation.channel,
  external: conversation.external,
  person: conversation.person,
  at,
  content: { kind: 'absence', agent, since },
});
