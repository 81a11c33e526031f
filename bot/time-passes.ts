import { nextRing, ringAgain } from './alarm.ts';
import type { Instant } from './clock.ts';
import { finalClose, finishClose } from './closing.ts';
import type { Conversation } from './conversation.ts';
import { snoozedUntil, wake } from './set-aside.ts';
import type { Notice } from './talk.ts';

type Tools = { readonly notice: Notice; readonly now: Instant };

/** What happens by itself, and when: a close becomes final, a conversation wakes, a danger rings again. */
const EVENTS: readonly {
  readonly at: (conversation: Conversation) => Instant | undefined;
  readonly happen: (tools: Tools, conversation: Conversation) => Conversation;
}[] = [
  { at: finalClose, happen: finishClose },
  { at: snoozedUntil, happen: ({ now }, held) => wake(held, now, 'time') },
  { at: nextRing, happen: ({ now }, held) => ringAgain(held, now) },
];

/** When something happens to a conversation by itself; nothing when nothing will. */
export const nextMoment = (conversation: Conversation): Instant | undefined => {
  const moments = EVENTS.map(({ at }) => at(conversation)).filter((at) => at !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
};

/** The conversation after all that was due by now has happened, each thing once. */
export const timePasses = (tools: Tools, conversation: Conversation): Conversation =>
  EVENTS.reduce((held, { at, happen }) => {
    const due = at(held);
    return due !== undefined && due <= tools.now ? happen(tools, held) : held;
  }, conversation);
