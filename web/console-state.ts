import { type Signal, signal } from '@preact/signals';
import type { Command } from './console-api.ts';
import type { LineState } from './console-live.ts';
import type { Detail, Entry, Holder, LinkUse, Me, Present, Summary } from './console-wire.ts';
import type { Language, WordKey } from './console-words.ts';

/** The lists an agent can look at. */
export const TABS = ['queue', 'mine', 'bot', 'closed'] as const;

/** One of these lists. */
export type Tab = (typeof TABS)[number];

/** Where the person stands: at the door, with a one-time link, before a second factor that must be set, or inside. */
export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed_out'; readonly ended: boolean }
  | { readonly kind: 'link'; readonly token: string; readonly use: LinkUse }
  | { readonly kind: 'factor'; readonly me: Me }
  | { readonly kind: 'in'; readonly me: Me };

/** A command on its way: shown at once, kept until its fate is known. */
export type Pending = {
  readonly conversation: string;
  readonly command: Command;
  /** The last entry that was there when it was sent. */
  readonly after: number;
  readonly at: number;
  readonly state: 'sending' | 'waiting' | 'failed';
};

/** The conversation that is open. */
export type Open = { readonly detail: Detail; readonly entries: readonly Entry[] };

/** What is said to the agent for a moment. */
export type Notice = {
  readonly key: WordKey;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly kind: 'told' | 'warned';
};

/** What the agent has chosen for this browser. */
export type Choices = { readonly sound: boolean; readonly keys: boolean };

/** A question on top of the page. */
export type Dialog =
  | 'none'
  | 'help'
  | 'transfer'
  | 'invite'
  | 'close'
  | 'correct'
  | 'snooze'
  | 'release';

/** The pages beside the conversations. */
export const PAGES = ['account', 'corrections', 'people', 'audit'] as const;

/** One of these pages. */
export type Page = (typeof PAGES)[number];

/** Everything the page shows. */
export type State = {
  readonly phase: Signal<Phase>;
  readonly language: Signal<Language>;
  readonly choices: Signal<Choices>;
  readonly tab: Signal<Tab>;
  readonly lists: Signal<Readonly<Record<Holder['kind'], readonly Summary[]>>>;
  readonly counts: Signal<Readonly<Record<Holder['kind'], number>>>;
  readonly loaded: Signal<boolean>;
  readonly page: Signal<Page | undefined>;
  readonly openId: Signal<string | undefined>;
  readonly open: Signal<Open | undefined>;
  readonly pending: Signal<readonly Pending[]>;
  /** Who looks at which conversation, this page's person too. */
  readonly present: Signal<Readonly<Record<string, Present['agents']>>>;
  readonly line: Signal<LineState>;
  readonly now: Signal<number>;
  readonly notice: Signal<Notice | undefined>;
  readonly dialog: Signal<Dialog>;
  /** Grows whenever a draft is changed by something other than typing. */
  readonly draftTurn: Signal<number>;
};

/** The page before anything is known. */
export const createState = (language: Language, choices: Choices, now: number): State => ({
  phase: signal<Phase>({ kind: 'starting' }),
  language: signal(language),
  choices: signal(choices),
  tab: signal<Tab>('queue'),
  lists: signal({ queue: [], agent: [], bot: [], closed: [] }),
  counts: signal({ queue: 0, agent: 0, bot: 0, closed: 0 }),
  loaded: signal(false),
  page: signal<Page | undefined>(undefined),
  openId: signal<string | undefined>(undefined),
  open: signal<Open | undefined>(undefined),
  pending: signal<readonly Pending[]>([]),
  present: signal({}),
  line: signal<LineState>('connecting'),
  now: signal(now),
  notice: signal<Notice | undefined>(undefined),
  dialog: signal<Dialog>('none'),
  draftTurn: signal(0),
});

/** The person who is signed in. */
export const meOf = ({ phase }: State): Me | undefined =>
  phase.value.kind === 'in' ? phase.value.me : undefined;

/** Whether this person holds the conversation. */
export const isMine = (state: State, holder: Holder): boolean =>
  holder.kind === 'agent' && holder.agent.id === meOf(state)?.agent.id;

/** What a tab lists; a colleague's conversations follow one's own. */
export const listOf = (state: State, tab: Tab): readonly Summary[] => {
  const lists = state.lists.value;
  if (tab !== 'mine') return lists[tab];
  const mine = lists.agent.filter(({ holder }) => isMine(state, holder));
  return [...mine, ...lists.agent.filter(({ holder }) => !isMine(state, holder))];
};

/** The number a tab shows. */
export const countOf = (state: State, tab: Tab): number =>
  tab === 'mine'
    ? state.lists.value.agent.filter(({ holder }) => isMine(state, holder)).length
    : state.counts.value[tab];
