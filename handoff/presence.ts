import type { AgentRef, Clock } from '../bot/index.ts';

/** Who does not say so again within this long, ms, has gone; pages say it every 10 s. */
const EXPIRY = 25_000;

/** What an agent does with a conversation that is open on the page. */
export type Doing = 'viewing' | 'typing';

/** Who looks at a conversation, and who writes. */
export type Present = {
  readonly conversation: string;
  readonly agents: readonly (AgentRef & { readonly doing: Doing })[];
};

/** Who looks at what, in memory only. */
export type Presence = {
  /** Somebody looks or writes, or has gone elsewhere. */
  readonly tell: (conversation: string, agent: AgentRef, doing: Doing | 'gone') => void;
  /** Everybody who is somewhere now. */
  readonly all: () => readonly Present[];
  /** Tells of every change. */
  readonly onChange: (hear: (present: Present) => void) => void;
};

type Seat = { readonly agent: AgentRef; readonly doing: Doing; readonly cancel: () => void };

/** Builds a presence of nobody. */
export const createPresence = (clock: Clock): Presence => {
  const rooms = new Map<string, Map<string, Seat>>();
  const listeners = new Set<(present: Present) => void>();

  const presentIn = (conversation: string): Present => ({
    conversation,
    agents: [...(rooms.get(conversation)?.values() ?? [])].map(({ agent, doing }) => ({
      ...agent,
      doing,
    })),
  });
  const changed = (conversation: string): void => {
    for (const hear of listeners) hear(presentIn(conversation));
  };
  const leave = (conversation: string, id: string): boolean => {
    const room = rooms.get(conversation);
    room?.get(id)?.cancel();
    const left = room?.delete(id) ?? false;
    if (room?.size === 0) rooms.delete(conversation);
    return left;
  };
  const sit = (conversation: string, agent: AgentRef, doing: Doing): void => {
    const room = rooms.get(conversation) ?? new Map<string, Seat>();
    rooms.set(conversation, room);
    const cancel = clock.after(EXPIRY, () => {
      if (leave(conversation, agent.id)) changed(conversation);
    });
    room.set(agent.id, { agent, doing, cancel });
  };

  return {
    tell: (conversation, agent, doing) => {
      const before = rooms.get(conversation)?.get(agent.id)?.doing;
      leave(conversation, agent.id);
      if (doing !== 'gone') sit(conversation, agent, doing);
      if (before !== (doing === 'gone' ? undefined : doing)) changed(conversation);
    },
    all: () => [...rooms.keys()].map(presentIn),
    onChange: (hear) => void listeners.add(hear),
  };
};
