import {
  type Account,
  type Conversation,
  type Correction,
  canSignIn,
  type Role,
  type Session,
} from '../bot/index.ts';

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
  | 'add_account'
  | 'read_audit'
  | 'list_sessions'
  | 'end_session'
  | 'list_accounts'
  | 'read_account'
  | 'change_account'
  | 'set_factor'
  | 'list_intents'
  | 'mark_message'
  | 'review_corrections'
  | 'decide_correction';

/** What it is done to. */
export type Thing =
  | { readonly kind: 'door' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'photo'; readonly conversation: string; readonly bytes: Uint8Array };

type Rule = {
  readonly to: Thing['kind'];
  readonly who: 'anyone' | readonly Role[];
  /** Allowed also to those who must set a second factor first. */
  readonly early?: true;
  /** Who may do it to what is somebody else's. */
  readonly others?: readonly Role[];
  /** Then every agent may. */
  readonly when?: (thing: Thing) => boolean;
};

const EVERY_AGENT: readonly Role[] = ['agent', 'supervisor', 'admin'];

const REVIEWERS: readonly Role[] = ['supervisor', 'admin'];

/** Nobody in danger waits for a right. */
const inDanger = (thing: Thing): boolean =>
  thing.kind === 'conversation' && thing.conversation.danger;

const RULES: Readonly<Record<Action, Rule>> = {
  sign_in: { to: 'door', who: 'anyone' },
  use_link: { to: 'door', who: 'anyone' },
  sign_out: { to: 'door', who: 'anyone' },
  who_am_i: { to: 'desk', who: EVERY_AGENT, early: true },
  set_factor: { to: 'desk', who: EVERY_AGENT, early: true },
  list_conversations: { to: 'desk', who: EVERY_AGENT },
  read_conversation: { to: 'conversation', who: EVERY_AGENT },
  command_conversation: { to: 'conversation', who: EVERY_AGENT },
  link_conversation: { to: 'conversation', who: EVERY_AGENT },
  list_intents: { to: 'desk', who: EVERY_AGENT },
  mark_message: { to: 'conversation', who: EVERY_AGENT },
  review_corrections: { to: 'desk', who: REVIEWERS },
  decide_correction: { to: 'correction', who: REVIEWERS },
  take_over: { to: 'conversation', who: ['supervisor', 'admin'], when: inDanger },
  show_presence: { to: 'conversation', who: EVERY_AGENT },
  see_photo: { to: 'photo', who: EVERY_AGENT },
  watch: { to: 'desk', who: EVERY_AGENT },
  list_agents: { to: 'desk', who: EVERY_AGENT },
  add_account: { to: 'desk', who: ['admin'] },
  list_accounts: { to: 'desk', who: ['admin'] },
  read_account: { to: 'account', who: ['admin'] },
  change_account: { to: 'account', who: ['admin'] },
  list_sessions: { to: 'desk', who: EVERY_AGENT },
  end_session: { to: 'session', who: EVERY_AGENT, others: ['admin'] },
  read_audit: { to: 'desk', who: ['admin'] },
};

/** The one gate of the desk: every read and every write passes it, and what is not allowed here is refused. */
export const authorize = (person: Account | undefined, action: Action, thing: Thing): boolean => {
  const { to, who, others, when } = RULES[action];
  if (thing.kind !== to) return false;
  if (who === 'anyone') return true;
  if (person === undefined) return false;
  // Somebody who was invited and has not come yet, or may no longer come.
  if (!canSignIn(person)) return false;
  if (others !== undefined && isOthers(person, thing)) return others.includes(person.role);
  return who.includes(person.role) || when?.(thing) === true;
};

const isOthers = (person: Account, thing: Thing): boolean =>
  thing.kind !== 'session' || thing.session.account !== person.id;

/** Whether it may be done before a second factor that must be set is set. */
export const isEarly = (action: Action): boolean => RULES[action].early === true || isOpen(action);

/** Whether somebody who is not signed in may try at all. */
export const isOpen = (action: Action): boolean => RULES[action].who === 'anyone';
