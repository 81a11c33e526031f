import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { HandoffReason } from './conversation.ts';
import type { IdentityProof } from './identity.ts';
import type { Message } from './message.ts';
import type { Undelivered } from './outbox.ts';
import type { Reply } from './reply.ts';

/** Who speaks to the tenant in a reply. */
export type Speaker =
  | { readonly kind: 'bot' }
  | { readonly kind: 'agent'; readonly agent: AgentRef };

/** What happened to the conversation itself; only the desk sees it. */
export type Move =
  | { readonly kind: 'queued'; readonly reason: HandoffReason; readonly why?: string }
  | { readonly kind: 'taken'; readonly agent: AgentRef }
  | { readonly kind: 'taken_over'; readonly agent: AgentRef; readonly from: AgentRef }
  | { readonly kind: 'snoozed'; readonly agent: AgentRef; readonly until: Instant }
  | { readonly kind: 'woken'; readonly agent: AgentRef; readonly by: 'agent' | 'tenant' | 'time' }
  /** The agent's console was gone too long; the conversation waits again. */
  | { readonly kind: 'agent_gone'; readonly agent: AgentRef }
  /** A danger nobody attends to rings again, for the `rung`-th time. */
  | { readonly kind: 'escalated'; readonly rung: number }
  | {
      readonly kind: 'transferred';
      readonly agent: AgentRef;
      readonly to?: AgentRef;
      readonly note: string;
    }
  | { readonly kind: 'released'; readonly agent: AgentRef; readonly summary?: string }
  | { readonly kind: 'closed'; readonly agent: AgentRef }
  | { readonly kind: 'close_undone'; readonly agent: AgentRef }
  | { readonly kind: 'reopened' }
  /** It was shown who speaks; `agent` is who vouches for it, when somebody does. */
  | {
      readonly kind: 'identified';
      readonly by: IdentityProof['by'];
      readonly agent?: AgentRef;
    }
  | { readonly kind: 'unidentified'; readonly agent: AgentRef }
  /** The person asked for silence, or for messages again. */
  | { readonly kind: 'muted' | 'unmuted' }
  /** A reply did not reach the person. */
  | { readonly kind: 'undelivered'; readonly reply: number; readonly why: Undelivered };

/** What can stand in a transcript. Messages and replies are the tenant's too; notes and moves are the desk's. */
export type Line =
  | { readonly kind: 'message'; readonly message: Message; readonly inbound: string }
  | { readonly kind: 'reply'; readonly by: Speaker; readonly reply: Reply }
  | { readonly kind: 'note'; readonly agent: AgentRef; readonly text: string }
  | { readonly kind: 'move'; readonly move: Move };

/** One line of the transcript, at its place in the sequence. */
export type Entry = Line & { readonly seq: number; readonly at: Instant };

/** How far a reply got; it only ever moves to the right of `stored`. */
export type Delivery = 'stored' | 'sent' | 'delivered' | 'failed' | 'unconfirmed' | 'cancelled';

/** An entry as the store gives it back. */
export type StoredEntry = Entry & { readonly conversation: string; readonly delivery: Delivery };
