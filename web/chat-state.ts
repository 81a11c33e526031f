import { type Signal, signal } from '@preact/signals';
import type { LineState } from './direct-line.ts';
import type { Keep } from './keep.ts';
import type { Draft } from './outbox.ts';
import type { Activity, Batch } from './wire.ts';
import type { Language } from './words.ts';

/** Everything the widget shows. */
export type ChatState = {
  /** Earlier conversations of this visit that could not go on. */
  readonly past: Signal<readonly Activity[]>;
  readonly activities: Signal<readonly Activity[]>;
  readonly drafts: Signal<readonly Draft[]>;
  readonly connection: Signal<LineState>;
  readonly typing: Signal<boolean>;
  readonly language: Signal<Language>;
  /** The messages that were never on screen, oldest first. */
  readonly unseen: Signal<readonly Activity[]>;
  /** The messages that a screen reader has still to say. */
  readonly fresh: Signal<readonly Activity[]>;
  /** Whether the panel is open. */
  readonly shown: Signal<boolean>;
  /** What a screen reader has to say about the widget itself. */
  readonly notice: Signal<string>;
};

const SEEN = 'loge.seen';

/** The state of a widget that has just been opened. */
export const createChatState = (language: Language): ChatState => ({
  past: signal([]),
  activities: signal([]),
  drafts: signal([]),
  connection: signal('connecting'),
  typing: signal(false),
  language: signal(language),
  unseen: signal([]),
  fresh: signal([]),
  shown: signal(true),
  notice: signal(''),
});

/** Puts new activities at their place in the sequence; one that is already there is left alone. */
export const addActivities = (
  known: readonly Activity[],
  arrived: readonly Activity[],
): readonly Activity[] =>
  arrived.reduce((list, next) => {
    if (list.some(({ id }) => id === next.id)) return list;
    const after = list.findLastIndex((one) => (one.order ?? 0) <= (next.order ?? Infinity));
    return [...list.slice(0, after + 1), next, ...list.slice(after + 1)];
  }, known);

/** Takes in what the stream brought. */
export const receive = (state: ChatState, keep: Keep, batch: Batch): void => {
  const messages = batch.activities.filter((one) => one.kind === 'message');
  const before = state.activities.value;
  const now = addActivities(before, messages);
  const arrived = now.filter((one) => !before.includes(one));
  const replies = arrived.filter(({ author }) => author.kind !== 'tenant');
  state.activities.value = now;
  state.typing.value =
    batch.activities.at(-1)?.kind === 'typing' || (state.typing.value && replies.length === 0);
  const unseen = afterSeen(replies, arrived, keep.get(SEEN));
  if (unseen.length === 0) return;
  state.unseen.value = [...state.unseen.value, ...unseen];
  state.fresh.value = unseen;
};

/** The replies that stand after the last one that was seen in an earlier visit. */
const afterSeen = (
  replies: readonly Activity[],
  arrived: readonly Activity[],
  seen: string | undefined,
): readonly Activity[] => {
  const place = arrived.findIndex(({ id }) => id === seen);
  return replies.filter((reply) => arrived.indexOf(reply) > place);
};

/** Remembers that everything so far has been on screen, unless the panel is closed. */
export const markSeen = (state: ChatState, keep: Keep): void => {
  if (!state.shown.value) return;
  const last = state.activities.value.at(-1);
  if (last !== undefined && keep.get(SEEN) !== last.id) keep.set(SEEN, last.id);
  if (state.unseen.value.length > 0) state.unseen.value = [];
};

/** The question that waits for an answer: none once the tenant has said something after it. */
export const openQuestion = (state: ChatState): Activity | undefined => {
  if (state.drafts.value.some((draft) => draft.state !== 'refused')) return undefined;
  const list = state.activities.value;
  const heard = list.findLastIndex(({ author }) => author.kind === 'tenant');
  return list.slice(heard + 1).findLast((one) => one.actions.length > 0 || one.ask !== undefined);
};

/** The human who answers now; undefined while the bot does. */
export const agentName = (state: ChatState): string | undefined => {
  const last = state.activities.value.findLast(({ author }) => author.kind !== 'tenant');
  return last?.author.kind === 'agent' ? last.author.name : undefined;
};
