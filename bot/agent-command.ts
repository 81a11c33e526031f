import type { Instant } from './clock.ts';
import type { Holder } from './conversation.ts';

/** A human who answers tenants. */
export type AgentRef = { readonly id: string; readonly name: string };

/** What an agent can do with a conversation. */
export type AgentCommand =
  | { readonly type: 'take' }
  /** From the colleague with this id, and from nobody else. */
  | { readonly type: 'take_over'; readonly from: string }
  | { readonly type: 'reply'; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  /** Set aside until then, or until the tenant writes. */
  | { readonly type: 'snooze'; readonly until: Instant }
  /** Back to the queue, or to one colleague, with the note that tells why. */
  | { readonly type: 'transfer'; readonly to?: AgentRef; readonly note: string }
  /** Back to the bot; the summary is pinned for whoever comes next. */
  | { readonly type: 'release'; readonly summary?: string }
  | { readonly type: 'close' }
  /** Within 10 s, by whoever closed it: as if it had not been closed. */
  | { readonly type: 'undo_close' }
  /** It is known who speaks: the agent says so, or a link of the agent was opened. */
  | { readonly type: 'verify'; readonly by: 'agent' | 'link' }
  /** It is not known any more. */
  | { readonly type: 'unverify' };

/** What became of a command; telling it twice gives the same answer twice. */
export type CommandResult =
  | { readonly kind: 'done'; readonly rev: number; readonly holder: Holder }
  /** Somebody else was faster: `holder` says who. Nothing was changed. */
  | { readonly kind: 'lost'; readonly holder: Holder };
