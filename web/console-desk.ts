import type { AccountApi } from './console-account-api.ts';
import type { Api, Newcomer, Order, Result } from './console-api.ts';
import type { Drafts, Mode } from './console-drafts.ts';
import { listenLive } from './console-live.ts';
import { createOutbox, type Outbox } from './console-outbox.ts';
import { createPull, isOnDemand, type Pull } from './console-pull.ts';
import type { Choices, State, Tab } from './console-state.ts';
import { type Agent, errorIn, type Me } from './console-wire.ts';
import type { Language, WordKey } from './console-words.ts';
import type { Keep } from './keep.ts';

/** Without any hint the page asks by itself this often, ms. */
const ROUND = 30_000;

/** What agents can do with the page. */
export type Desk = {
  readonly state: State;
  readonly drafts: Drafts;
  readonly outbox: Pick<Outbox, 'retry' | 'giveUp'>;
  readonly start: () => Promise<void>;
  /** What went wrong, when something did. */
  readonly signIn: (email: string, password: string, code: string) => Promise<WordKey | undefined>;
  readonly useLink: (newcomer: Newcomer) => Promise<WordKey | undefined>;
  readonly signOut: () => Promise<void>;
  readonly stay: () => Promise<void>;
  readonly look: (tab: Tab) => void;
  /** Only looks: nobody takes a conversation by opening it. */
  readonly open: (id: string | undefined) => void;
  readonly order: (order: Order) => void;
  readonly identityLink: Api['identityLink'];
  readonly write: (mode: Mode, text: string) => void;
  readonly colleagues: () => Promise<readonly Agent[]>;
  readonly invite: Api['invite'];
  readonly account: AccountApi;
  readonly speak: (language: Language) => void;
  readonly choose: (choices: Choices) => void;
};

/** What the page is made of. */
export type DeskParts = {
  readonly api: Api;
  /** Builds the calls of the pages; they tell when the server says that nobody is signed in. */
  readonly accountApi: (signedOut: () => void) => AccountApi;
  readonly state: State;
  readonly keep: Keep;
  readonly drafts: Drafts;
  readonly newId: () => string;
  readonly token: string | undefined;
};

/** Builds the page's doings. */
export const createDesk = (parts: DeskParts): Desk => {
  const { api, state, keep, drafts, newId } = parts;
  const ended = (): void => {
    if (state.phase.value.kind === 'in') state.phase.value = { kind: 'signed_out', ended: true };
  };
  const pull = createPull({ api, state, signedOut: ended });
  const outbox = createOutbox({ api, state, drafts, pull, signedOut: ended });
  const order = (wanted: Order): void => {
    const id = state.openId.value;
    if (id !== undefined) outbox.send(id, { id: newId(), ...wanted });
  };
  return {
    state,
    drafts,
    outbox,
    ...doorOf(parts, attend(state, pull)),
    look: (tab) => {
      state.tab.value = tab;
      if (isOnDemand(tab)) pull.lists();
    },
    open: (id) => show(state, pull, id),
    order,
    write: (type, text) => order({ type, text }),
    colleagues: async () => {
      const result = await api.colleagues();
      return result.kind === 'ok' ? result.body.agents : [];
    },
    invite: api.invite,
    identityLink: api.identityLink,
    account: parts.accountApi(ended),
    speak: (language) => {
      state.language.value = language;
      keep.set('desk-language', language);
    },
    choose: (choices) => {
      state.choices.value = choices;
      keep.set('desk-choices', JSON.stringify(choices));
    },
  };
};

const show = (state: State, pull: Pull, id: string | undefined): void => {
  if (state.openId.value === id) return;
  state.openId.value = id;
  state.open.value = undefined;
  if (id !== undefined) pull.thread();
};

/** Listens to the server while somebody is signed in. */
const attend = (state: State, pull: Pull): ((me: Me) => void) => {
  let live: ReturnType<typeof listenLive> | undefined;
  const inside = (): boolean => state.phase.value.kind === 'in';
  const hint = (conversation: string): void => {
    pull.lists();
    if (conversation === state.openId.value) pull.thread();
  };
  const wake = (): void => {
    if (inside() && !document.hidden) live?.wake();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  setInterval(() => inside() && pull.everything(), ROUND);
  state.phase.subscribe(({ kind }) => {
    if (kind === 'in') return;
    live?.stop();
    live = undefined;
  });
  return (me) => {
    live?.stop();
    state.phase.value = { kind: me.owesFactor ? 'factor' : 'in', me };
    if (me.owesFactor) return;
    live = listenLive({
      openStream: () => new EventSource('/api/desk/stream'),
      sync: () => void pull.everything(),
      hint,
      nobody: () => {
        state.present.value = {};
      },
      present: ({ conversation, agents }) => {
        state.present.value = { ...state.present.value, [conversation]: agents };
      },
      state: (line) => {
        state.line.value = line;
      },
      random: Math.random,
    });
  };
};

const doorOf = (
  { api, state, token }: DeskParts,
  enter: (me: Me) => void,
): Pick<Desk, 'start' | 'signIn' | 'useLink' | 'signOut' | 'stay'> => {
  const entered = (result: Result<Me>): WordKey | undefined => {
    if (result.kind !== 'ok') return faultOf(result);
    state.notice.value = undefined;
    enter(result.body);
    return undefined;
  };
  return {
    start: async () => {
      const link = token === undefined ? undefined : await api.lookAtLink(token);
      if (token !== undefined && link?.kind === 'ok') {
        state.phase.value = { kind: 'link', token, use: link.body };
        return;
      }
      if (link !== undefined) state.notice.value = { key: 'link_void', kind: 'warned' };
      const me = await api.whoAmI();
      if (me.kind === 'ok') enter(me.body);
      else state.phase.value = { kind: 'signed_out', ended: false };
    },
    signIn: async (email, password, code) => entered(await api.signIn(email, password, code)),
    useLink: async (newcomer) => entered(await api.useLink(newcomer)),
    stay: async () => {
      const me = await api.whoAmI();
      if (me.kind !== 'ok') return;
      if (state.phase.value.kind === 'factor') enter(me.body);
      else state.phase.value = { kind: 'in', me: me.body };
    },
    signOut: async () => {
      await api.signOut();
      state.phase.value = { kind: 'signed_out', ended: false };
    },
  };
};

const FAULTS: Readonly<Record<number, WordKey>> = {
  400: 'fault_form',
  401: 'fault_credentials',
  409: 'fault_taken',
  410: 'link_void',
  429: 'fault_often',
};

/** What the server says of the code of a phone, once the password is right. */
const CODE_FAULTS: Readonly<Record<string, WordKey>> = {
  code_needed: 'code_needed',
  wrong_code: 'code_wrong',
};

const faultOf = (result: Exclude<Result<unknown>, { kind: 'ok' }>): WordKey => {
  if (result.kind === 'unreachable') return 'fault_network';
  return CODE_FAULTS[errorIn(result.body)] ?? FAULTS[result.status] ?? 'fault_server';
};
