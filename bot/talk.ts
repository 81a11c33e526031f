import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { HandoffReason } from './conversation.ts';
import type { IncidentChange, IncidentPlace, Priority } from './incident.ts';
import type { Language } from './language.ts';
import type { Channel, Message, Photo } from './message.ts';
import type { Known, Query } from './query.ts';
import type { Reply } from './reply.ts';
import type { TalkState } from './talk-state.ts';
import type { TextDraft } from './texts.ts';
import type { Slots, Understand } from './understanding.ts';

/** What the bot has before it when it is its turn to speak. */
export type TalkInput = {
  readonly state: TalkState;
  /** Absent when the person only opened the chat. */
  readonly message?: Message;
  readonly language: Language;
  readonly channel: Channel;
  readonly now: Instant;
  /** `queue`: a human was called and has not come yet; the bot stays useful and does not repeat itself. */
  readonly holder: 'bot' | 'queue';
  /** The agent who had it until a short while ago: somebody comes back. */
  readonly returning?: AgentRef;
  /** Codes of the incidents this conversation has opened so far. */
  readonly incidents: readonly string[];
  readonly understand: Understand;
  readonly known: Known;
};

/** An incident a dialog wants opened; the turn gives it its id and first event. */
export type IncidentDraft = {
  readonly code: string;
  readonly intent: string;
  readonly priority: Priority;
  readonly due: Instant;
  readonly place?: IncidentPlace;
  readonly phone?: string;
  readonly slots: Slots;
  readonly photos: readonly Photo[];
};

/** Why a human is called; `why` is for the desk, `preferred` whom the tenant would like to have. */
export type Handoff = {
  readonly reason: HandoffReason;
  readonly why?: string;
  readonly preferred?: AgentRef;
};

/** What the bot says and wants done. */
export type Said = {
  readonly kind: 'said';
  readonly replies: readonly Reply[];
  readonly state: TalkState;
  readonly language: Language;
  /** Call a human in this very turn. */
  readonly handoff?: Handoff;
  readonly opened: readonly IncidentDraft[];
  /** What the tenant changed of incidents that are already open, ready to be appended. */
  readonly corrected?: readonly IncidentChange[];
  /** Codes to send to a telephone. */
  readonly texts?: readonly TextDraft[];
};

/** A fact is missing: look it up and ask again with the same input. */
export type Need = { readonly kind: 'need'; readonly query: Query };

/** Decides what the bot says to a message. Pure: the same input gives the same result. */
export type Talk = (input: TalkInput) => Said | Need;

/** A sentence about the conversation itself, said by the bot: who took over, that the bot is back. */
export type NoticeKind =
  | 'agent_joined'
  | 'agent_changed'
  | 'agent_left_to_queue'
  | 'agent_gone'
  | 'bot_back'
  | 'closed'
  | 'bot_error'
  | 'verified';

/** Words a notice; `agent` is the name the tenant sees. */
export type Notice = (
  kind: NoticeKind,
  language: Language,
  values: { readonly agent?: string },
) => Reply;
