import type { Account, Conversation } from '../bot/index.ts';

/** What somebody can want to do at the desk. */
export type Action =
  | 'sign_in'
  | 'sign_out'
  | 'who_am_i'
  | 'use_link'
  | 'list_conversations'
  | 'read_conversation'
  | 'command_conversation'
  | 'link_conversation'
  | 'take_over'
  | 'show_presence'
  | 'see_photo'
  | 'watch'
  | 'list_agents'
  | 'add_account';

/** What it is done to. */
export type Thing =
  | { readonly kind: 'door' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'photo'; readonly conversation: string; readonly bytes: Uint8Array };

type Rule = {
  readonly to: Thing['kind'];
  readonly who: 'anyone' | readonly Account['role'][];
  /** Then every agent may. */
  readonly when?: (thing: Thing) => boolean;
};

const EVERY_AGENT: readonly Account['role'][] = ['agent', 'supervisor', 'admin'];

/** Nobody in danger waits for a right. */
const inDanger = (thing: Thing): boolean =>
  thing.kind === 'conversation' && thing.conversation.danger;

const RULES: Readonly<Record<Action, Rule>> = {
  sign_in: { to: 'door', who: 'anyone' },
  use_link: { to: 'door', who: 'anyone' },
  sign_out: { to: 'door', who: 'anyone' },
  who_am_i: { to: 'desk', who: EVERY_AGENT },
  list_conversations: { to: 'desk', who: EVERY_AGENT },
  read_conversation: { to: 'conversation', who: EVERY_AGENT },
  command_conversation: { to: 'conversation', who: EVERY_AGENT },
  link_conversation: { to: 'conversation', who: EVERY_AGENT },
  take_over: { to: 'conversation', who: ['supervisor', 'admin'], when: inDanger },
  show_presence: { to: 'conversation', who: EVERY_AGENT },
  see_photo: { to: 'photo', who: EVERY_AGENT },
  watch: { to: 'desk', who: EVERY_AGENT },
  list_agents: { to: 'desk', who: EVERY_AGENT },
  add_account: { to: 'desk', who: ['admin'] },
};

/** The one gate of the desk: every read and every write passes it, and what is not allowed here is refused. */
export const authorize = (person: Account | undefined, action: Action, thing: Thing): boolean => {
  const { to, who, when } = RULES[action];
  if (thing.kind !== to) return false;
  if (who === 'anyone') return true;
  if (person === undefined) return false;
  // An account without a password was invited and has not come yet, or may no longer come.
  if (person.password === undefined) return false;
  return who.includes(person.role) || when?.(thing) === true;
};

/** Whether somebody who is not signed in may try at all. */
export const isOpen = (action: Action): boolean => RULES[action].who === 'anyone';
