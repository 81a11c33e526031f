import { batch } from '@preact/signals';
import type { Api } from './console-api.ts';
import { createRounds } from './console-rounds.ts';
import type { Open, State, TABS } from './console-state.ts';
import type { Entry, Holder, Thread } from './console-wire.ts';

/** Lists are asked for at most this often, ms; the conversation that is open as often as it changes. */
const LIST_GAP = 700;

/** How far a reply that may still go further got. */
const UNSETTLED: readonly string[] = ['stored', 'unconfirmed'];

/** Fetches what the page shows; the first load and every later one are the same. */
export type Pull = {
  readonly lists: () => Promise<void>;
  readonly thread: () => Promise<void>;
  readonly everything: () => Promise<void>;
};

/** Builds the fetching; `signedOut` is called when the server says that nobody is. */
export const createPull = (parts: {
  readonly api: Api;
  readonly state: State;
  readonly signedOut: () => void;
}): Pull => {
  const lists = createRounds(() => pullLists(parts), LIST_GAP);
  const thread = createRounds(() => pullThread(parts), 0);
  return {
    lists: lists.ask,
    thread: thread.ask,
    everything: async () => {
      await Promise.all([lists.ask(), thread.ask()]);
    },
  };
};

type Parts = Parameters<typeof createPull>[0];

const pullLists = async ({ api, state, signedOut }: Parts): Promise<void> => {
  const tab = state.tab.value;
  const extra: readonly Holder['kind'][] = tab === 'bot' || tab === 'closed' ? [tab] : [];
  const kinds: readonly Holder['kind'][] = ['queue', 'agent', ...extra];
  const results = await Promise.all(kinds.map((kind) => api.list(kind)));
  if (results.some((result) => result.kind === 'refused' && result.status === 401)) {
    return signedOut();
  }
  batch(() => {
    for (const [n, kind] of kinds.entries()) {
      const result = results[n];
      if (result?.kind !== 'ok') return;
      state.lists.value = { ...state.lists.value, [kind]: result.body.conversations };
      state.counts.value = result.body.counts;
    }
    state.loaded.value = true;
    state.now.value = Date.now();
  });
};

const pullThread = async (parts: Parts): Promise<void> => {
  const { state } = parts;
  const id = state.openId.value;
  if (id === undefined) return;
  let more = true;
  while (more && state.openId.value === id) {
    const known = state.open.value?.detail.id === id ? state.open.value.entries : [];
    more = await pullPage(parts, id, known);
  }
};

const pullPage = async (
  { api, state, signedOut }: Parts,
  id: string,
  known: readonly Entry[],
): Promise<boolean> => {
  const result = await api.read(id, settledUpTo(known));
  if (result.kind === 'refused' && result.status === 401) signedOut();
  if (result.kind === 'refused' && result.status === 404) notThere(state, id);
  if (result.kind !== 'ok' || state.openId.value !== id) return false;
  show(state, merged(known, result.body));
  return result.body.more;
};

const notThere = (state: State, id: string): void => {
  if (state.openId.value === id) state.openId.value = undefined;
  state.notice.value = { key: 'not_there', kind: 'warned' };
};

const merged = (known: readonly Entry[], { conversation, entries }: Thread): Open => {
  const bySeq = new Map([...known, ...entries].map((entry) => [entry.seq, entry]));
  return { detail: conversation, entries: [...bySeq.values()].sort((a, b) => a.seq - b.seq) };
};

/** Everything up to here is as it will stay; what may still change is asked for again. */
const settledUpTo = (entries: readonly Entry[]): number => {
  const open = entries.find(({ delivery }) => UNSETTLED.includes(delivery));
  return open === undefined ? (entries.at(-1)?.seq ?? 0) : open.seq - 1;
};

/** Shows the conversation, and drops what was on its way and has now arrived. */
const show = (state: State, open: Open): void =>
  batch(() => {
    state.open.value = open;
    state.now.value = Date.now();
    for (const kind of ['queue', 'agent', 'bot', 'closed'] as const) {
      const list = state.lists.value[kind];
      if (list.every(({ id, rev }) => id !== open.detail.id || rev >= open.detail.rev)) continue;
      const renewed = list.map((one) => (one.id === open.detail.id ? open.detail : one));
      state.lists.value = { ...state.lists.value, [kind]: renewed };
    }
  });

/** Whether the page asks for the list of this tab only while it is looked at. */
export const isOnDemand = (tab: (typeof TABS)[number]): boolean =>
  tab === 'bot' || tab === 'closed';
