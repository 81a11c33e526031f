import type { AgentRef, Clock, Conversation, Instant } from '../bot/index.ts';

/** An agent whose page has asked for nothing for this long, ms, is gone. */
const GRACE = 2 * 60_000;

/** Who is at the desk. In memory: after a restart everybody has the grace to come back. */
export type Attendance = {
  /** A page of this agent has asked for something. */
  readonly seen: (agent: string) => void;
  /** A page of this agent listens; the returned function says that it has stopped. */
  readonly listens: (agent: string) => () => void;
  /** When a page of this agent asked for something last; the start of the program when it never did. */
  readonly seenAt: (agent: string) => Instant;
  /** Whether a page of this agent listens and is alive. */
  readonly isOnline: (agent: string) => boolean;
};

/** Builds an empty desk. */
export const createAttendance = (clock: Pick<Clock, 'now'>): Attendance => {
  const start = clock.now();
  const last = new Map<string, Instant>();
  const pages = new Map<string, number>();
  const seenAt = (agent: string): Instant => last.get(agent) ?? start;
  const add = (agent: string, count: number): void =>
    void pages.set(agent, (pages.get(agent) ?? 0) + count);
  return {
    seen: (agent) => void last.set(agent, clock.now()),
    listens: (agent) => {
      add(agent, 1);
      return () => add(agent, -1);
    },
    seenAt,
    isOnline: (agent) =>
      (pages.get(agent) ?? 0) > 0 && clock.now() - (last.get(agent) ?? -Infinity) < GRACE,
  };
};

/** An agent who no longer holds a conversation although the document says so. */
export type Absence = {
  readonly conversation: Conversation;
  readonly agent: AgentRef;
  readonly since: Instant;
};

/** Which of the conversations agents hold have lost their agent; what was set aside waits for nobody. */
export const absencesIn = (
  held: readonly Conversation[],
  { seenAt, now }: { readonly seenAt: Attendance['seenAt']; readonly now: Instant },
): readonly Absence[] =>
  held.flatMap((conversation) => {
    const { holder } = conversation;
    if (holder.kind !== 'agent' || holder.snoozed !== undefined) return [];
    const { agent, since } = holder;
    const gone = now - Math.max(seenAt(agent.id), since) >= GRACE;
    return gone ? [{ conversation, agent, since }] : [];
  });
