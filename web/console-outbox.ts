import type { Api, Command, Result } from './console-api.ts';
import type { Drafts } from './console-drafts.ts';
import type { Pull } from './console-pull.ts';
import type { Pending, State } from './console-state.ts';
import { type Entry, type Holder, isHeld } from './console-wire.ts';
import { backoff } from './pause.ts';

/** Tries before the agent is asked what to do. */
const TRIES = 6;

/** The first and the longest pause between tries, ms. */
const PAUSES = { first: 800, longest: 10_000 } as const;

/** Sends what agents do; repeats it under the same id until its fate is known. */
export type Outbox = {
  readonly send: (conversation: string, command: Command) => Promise<void>;
  /** Tries again what had failed, as the same command. */
  readonly retry: (id: string) => Promise<void>;
  /** Gives the text back to the composer. */
  readonly giveUp: (id: string) => void;
};

type Parts = {
  readonly api: Api;
  readonly state: State;
  readonly drafts: Drafts;
  readonly pull: Pull;
  readonly signedOut: () => void;
};

/** Builds the outbox. */
export const createOutbox = (parts: Parts): Outbox => {
  const { state } = parts;
  const find = (id: string) => state.pending.value.find(({ command }) => command.id === id);
  return {
    send: (conversation, command) => {
      const after = state.open.value?.detail.seq ?? 0;
      const pending: Pending = { conversation, command, after, at: Date.now(), state: 'sending' };
      state.pending.value = [...state.pending.value, pending];
      return deliver(parts, pending);
    },
    retry: async (id) => {
      const pending = find(id);
      if (pending !== undefined) await deliver(parts, pending);
    },
    giveUp: (id) => {
      const pending = find(id);
      if (pending !== undefined) giveBack(parts, pending);
    },
  };
};

const deliver = async (parts: Parts, pending: Pending): Promise<void> => {
  const { api, state } = parts;
  for (let fails = 0; fails < TRIES; fails += 1) {
    mark(state, pending, fails === 0 ? 'sending' : 'waiting');
    const result = await api.command(pending.conversation, pending.command);
    if (!isPassing(result)) return settle(parts, pending, result);
    await new Promise((go) =>
      setTimeout(go, backoff(fails + 1, { ...PAUSES, random: Math.random })),
    );
  }
  if (hasText(pending)) return mark(state, pending, 'failed');
  giveBack(parts, pending);
  state.notice.value = { key: 'not_done', kind: 'warned' };
};

const hasText = ({ command: { type } }: Pending): boolean => type === 'reply' || type === 'note';

/** Whether the command may or may not have arrived, and is worth repeating. */
const isPassing = (result: Result<unknown>): boolean =>
  result.kind === 'unreachable' || (result.kind === 'refused' && result.status >= 500);

const settle = async (
  parts: Parts,
  pending: Pending,
  result: Result<{ readonly holder: Holder }>,
): Promise<void> => {
  const { state, pull, signedOut } = parts;
  if (result.kind === 'ok') {
    await pull.thread();
    drop(state, pending);
    return pull.lists();
  }
  giveBack(parts, pending);
  if (result.kind === 'refused' && result.status === 401) return signedOut();
  const holder = result.kind === 'refused' && isHeld(result.body) ? result.body.holder : undefined;
  if (holder !== undefined) showHolder(state, pending.conversation, holder);
  state.notice.value =
    holder?.kind === 'agent'
      ? { key: 'lost_to', values: { name: holder.agent.name }, kind: 'warned' }
      : { key: holder === undefined ? 'not_done' : 'lost', kind: 'warned' };
  await pull.everything();
};

/** The refusal says who holds it now: no need to ask again before showing it. */
const showHolder = ({ open }: State, conversation: string, holder: Holder): void => {
  const shown = open.value;
  if (shown?.detail.id !== conversation) return;
  open.value = { ...shown, detail: { ...shown.detail, holder } };
};

const mark = (state: State, { command }: Pending, to: Pending['state']): void => {
  state.pending.value = state.pending.value.map((one) =>
    one.command.id === command.id ? { ...one, state: to } : one,
  );
};

const drop = (state: State, { command }: Pending): void => {
  state.pending.value = state.pending.value.filter((one) => one.command.id !== command.id);
};

const giveBack = ({ state, drafts }: Parts, pending: Pending): void => {
  const { command, conversation } = pending;
  drop(state, pending);
  if (command.type === 'reply' || command.type === 'note') {
    drafts.giveBack(conversation, command.type, command.text);
  }
  if (command.type === 'transfer') drafts.giveBack(conversation, 'note', command.note);
  state.draftTurn.value += 1;
};

/** The texts on their way that the transcript does not show yet. */
export const unseen = (
  pending: readonly Pending[],
  conversation: string,
  entries: readonly Entry[],
): readonly Pending[] => {
  const seen = new Set<number>();
  return pending.filter((one) => {
    if (one.conversation !== conversation) return false;
    const arrived = entries.find((entry) => !seen.has(entry.seq) && isSame(entry, one));
    if (arrived !== undefined) seen.add(arrived.seq);
    return arrived === undefined && hasText(one);
  });
};

const isSame = (entry: Entry, { command, after }: Pending): boolean => {
  if (entry.seq <= after) return false;
  if (entry.kind === 'note') return command.type === 'note' && entry.text === command.text.trim();
  if (entry.kind !== 'reply' || command.type !== 'reply') return false;
  return entry.by.kind === 'agent' && entry.reply.text === command.text.trim();
};
