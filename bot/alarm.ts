import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import { record } from './tell.ts';

/** A danger nobody attends to rings again after this long, ms; the pauses double up to the longest. */
const FIRST_PAUSE = 5 * 60_000;
const LONGEST_PAUSE = 60 * 60_000;

/** Starts the alarm of a danger nobody attends to yet; one that runs goes on. */
export const alarmed = (conversation: Conversation, now: Instant): Conversation => ({
  ...conversation,
  danger: true,
  alarm: conversation.alarm ?? { since: now, rung: 0, next: now + FIRST_PAUSE },
});

/** When the alarm rings again; never while the bot has it or it is closed. */
export const nextRing = ({ alarm, holder }: Conversation): Instant | undefined =>
  holder.kind === 'queue' || holder.kind === 'agent' ? alarm?.next : undefined;

/** Rings again: consoles and e-mail follow from the event. */
export const ringAgain = (conversation: Conversation, now: Instant): Conversation => {
  const { alarm } = conversation;
  if (alarm === undefined) return conversation;
  const rung = alarm.rung + 1;
  const pause = Math.min(FIRST_PAUSE * 2 ** rung, LONGEST_PAUSE);
  const told = record(conversation, now, { kind: 'escalated', rung });
  return { ...told, alarm: { ...alarm, rung, next: now + pause } };
};
