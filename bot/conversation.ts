import type { AgentRef, CommandResult } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Entry } from './entry.ts';
import type { IncidentChange } from './incident.ts';
import type { Language } from './language.ts';
import type { Channel, Person } from './message.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Heard } from './pieces.ts';
import type { TalkState } from './talk-state.ts';
import type { TextEntry } from './texts.ts';

/** Why a conversation waits for a human. */
export type HandoffReason =
  | 'danger'
  | 'asked'
  | 'unsure'
  | 'language'
  | 'bot_error'
  | 'transfer'
  | 'agent_gone'
  | 'review';

/** Who answers a conversation that is not closed. */
type OpenHolder =
  | { readonly kind: 'bot' }
  | {
      readonly kind: 'queue';
      readonly reason: HandoffReason;
      readonly since: Instant;
      /** Whom the tenant would like to have again; anybody may take it. */
      readonly preferred?: AgentRef;
    }
  | {
      readonly kind: 'agent';
      readonly agent: AgentRef;
      /** Since when the agent is expected to answer: taken, given or woken. */
      readonly since: Instant;
      /** Set aside until then, or until the tenant writes. */
      readonly snoozed?: Instant;
    };

/** Who answers a conversation now. Nothing about it is kept anywhere else. */
export type Holder =
  | OpenHolder
  | {
      readonly kind: 'closed';
      readonly since: Instant;
      /** The agent who had it. */
      readonly by?: AgentRef;
      /** Who closed it and from whom; only while that can be undone and the tenant has not been told. */
      readonly undo?: { readonly by: AgentRef; readonly before: OpenHolder };
    };

/** A danger that nobody attends to: it rings again at `next`, having rung `rung` times since the first. */
export type Alarm = { readonly since: Instant; readonly rung: number; readonly next: Instant };

/** What an agent wants the next one to read first. */
export type Pinned = { readonly agent: AgentRef; readonly text: string; readonly at: Instant };

/** The process that works on a conversation until `until`. */
export type Lease = { readonly owner: string; readonly until: Instant };

/** An inbound row that the document has taken in, kept until the row is marked done. */
export type Handled = { readonly inbound: string; readonly result?: CommandResult };

/**
 * Everything about one conversation that must change together, in one document.
 * Every write is one compare-and-set on `rev` and `epoch`.
 */
export type Conversation = {
  readonly version: 1;
  readonly id: string;
  readonly channel: Channel;
  readonly external: string;
  readonly person: Person;
  /** The network the tenant last wrote from, as a keyed hash: it only counts tries. */
  readonly network?: string;
  readonly language: Language;
  /** Counts every write. */
  readonly rev: number;
  /** The last sequence number given to an entry; the sequence is dense from 1. */
  readonly seq: number;
  /** Counts claims; a writer with an older epoch is fenced off. */
  readonly epoch: number;
  readonly lease?: Lease;
  /** When there is work to do on it; none when it rests. */
  readonly due?: Instant;
  readonly holder: Holder;
  /** The person asked for silence: only safety texts are sent. */
  readonly muted?: true;
  /** A danger was said in this episode. */
  readonly danger: boolean;
  /** While nobody attends to the danger. */
  readonly alarm?: Alarm;
  /** The word of the agent who passed it on last. */
  readonly pinned?: Pinned;
  /** Who had it when it was closed a short while ago, until the bot has answered. */
  readonly returning?: AgentRef;
  /** Counts from 1; a closed conversation that speaks again starts the next one. */
  readonly episode: number;
  readonly talk: TalkState;
  /** What a person is still writing; without it nothing waits to be answered by the bot. */
  readonly heard?: Heard;
  /** Entries not known to be projected to messages. */
  readonly log: readonly Entry[];
  /** Incident changes not known to be projected. */
  readonly changes: readonly IncidentChange[];
  /** Inbound rows not known to be marked done. */
  readonly handled: readonly Handled[];
  /** What has still to be sent; always empty on channels that pull. */
  readonly outbox: readonly OutboxEntry[];
  /** Codes that have still to be sent to a telephone. */
  readonly texts?: readonly TextEntry[];
  /** Codes of the incidents opened in this conversation, oldest first. */
  readonly incidents: readonly string[];
  /** Since when a tenant's message has had no answer from a human, while one is expected. */
  readonly waitingSince?: Instant;
  /** The last thing the tenant wrote, shortened, for the queue. */
  readonly lastText: string;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
};
