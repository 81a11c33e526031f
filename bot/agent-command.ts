import type { Holder } from './conversation.ts';

/** A human who answers tenants. */
export type AgentRef = { readonly id: string; readonly name: string };

/** What an agent can do with a conversation. */
export type AgentCommand =
  | { readonly type: 'take' }
  | { readonly type: 'reply'; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  /** Back to the queue, or to one colleague, with the note that tells why. */
  | { readonly type: 'transfer'; readonly to?: AgentRef; readonly note: string }
  | { readonly type: 'release' }
  | { readonly type: 'close' }
  /** It is known who speaks: the agent says so, or a link of the agent was opened. */
  | { readonly type: 'verify'; readonly by: 'agent' | 'link' }
  /** It is not known any more. */
  | { readonly type: 'unverify' };

/** What became of a command; telling it twice gives the same answer twice. */
export type CommandResult =
  | { readonly kind: 'done'; readonly rev: number; readonly holder: Holder }
  /** Somebody else was faster: `holder` says who. Nothing was changed. */
  | { readonly kind: 'lost'; readonly holder: Holder };
