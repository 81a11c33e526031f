import { type ChatState, createChatState, markSeen, receive } from './chat-state.ts';
import { createDirectLine, type DirectLine, type Pace } from './direct-line.ts';
import type { Calls, Session } from './direct-line-calls.ts';
import type { Keep, PhotoKeep } from './keep.ts';
import type { Socket } from './line-socket.ts';
import { createOutbox, type Draft, type Outbox } from './outbox.ts';
import { type Action, type Batch, numberOf, readJson, textOf } from './wire.ts';
import { type Language, LOCALES, languageOf } from './words.ts';

/** What a chat is made of. */
export type ChatParts = {
  readonly calls: Calls;
  readonly openSocket: (url: string) => Socket;
  readonly keep: Keep;
  readonly photos: PhotoKeep;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly pace: Pace;
  /** The language to speak when the tenant has chosen none. */
  readonly language: Language;
};

/** A tenant's conversation with the lodge, as the page sees it. */
export type Chat = {
  readonly state: ChatState;
  readonly start: () => void;
  readonly stop: () => void;
  readonly send: (text: string, photos: readonly Blob[]) => Promise<void>;
  readonly press: (action: Action) => Promise<void>;
  /** Takes back something the server refused. */
  readonly drop: (id: string) => void;
  readonly speak: (language: Language) => void;
  readonly seen: () => void;
  /** The page is back or the network is: look at once. */
  readonly wake: (force: boolean) => void;
  readonly offline: () => void;
  readonly draftPhotos: (id: string) => Promise<readonly Blob[]>;
};

const SESSION = 'loge.session';
const LANGUAGE = 'loge.lang';

/** How long the three dots stand at most without a word from the server, ms. */
const TYPING = 5000;

/** A sent message that does not come back in this time means that nothing arrives any more, ms. */
const ECHO = 10_000;

/** Builds the chat; nothing is sent or kept before `start`. */
export const createChat = (parts: ChatParts): Chat => {
  const { keep, calls, openSocket, now, random, pace, photos } = parts;
  const state = createChatState(languageOf(keep.get(LANGUAGE)) ?? parts.language);
  const line: DirectLine = createDirectLine({
    ...{ calls, openSocket, now, random, pace },
    locale: () => LOCALES[state.language.value],
    session: readSession(keep),
    onBatch: (batch) => take(state, keep, outbox, batch),
    onState: (connection) => {
      state.connection.value = connection;
    },
    onSession: (session, anew) => {
      keep.set(SESSION, JSON.stringify(session));
      if (anew) begin(state, outbox);
      outbox.wake();
    },
  });
  const outbox: Outbox = createOutbox({
    ...{ keep, photos, random },
    post: line.post.bind(line),
    onChange: () => showDrafts(state, outbox, line),
    firstRetry: pace.firstRetry,
    longestRetry: pace.longestRetry,
  });
  return chatOf({ parts, state, line, outbox });
};

type Inside = {
  readonly parts: ChatParts;
  readonly state: ChatState;
  readonly line: DirectLine;
  readonly outbox: Outbox;
};

const chatOf = ({ parts, state, line, outbox }: Inside): Chat => ({
  state,
  start: () => {
    state.drafts.value = outbox.drafts();
    line.start();
  },
  stop: () => line.stop(),
  send: (text, photos) =>
    outbox.add({ ...freshDraft(parts, state), text, photos: photos.length }, photos),
  press: (action) => outbox.add({ ...freshDraft(parts, state), ...pressed(action) }, []),
  drop: (id) => outbox.drop(id),
  speak: (language) => {
    state.language.value = language;
    parts.keep.set(LANGUAGE, language);
  },
  seen: () => markSeen(state, parts.keep),
  wake: (force) => {
    line.wake(force);
    outbox.wake();
  },
  offline: () => {
    state.connection.value = 'lost';
  },
  draftPhotos: (id) => outbox.photos(id),
});

const freshDraft = ({ newId, now }: ChatParts, { language }: ChatState): Draft => {
  const locale = LOCALES[language.value];
  return { id: newId(), at: now(), text: '', locale, photos: 0, state: 'waiting' };
};

const pressed = ({ type, title, value, text }: Action): Pick<Draft, 'text' | 'button'> => {
  const said = text ?? (type === 'messageBack' || typeof value !== 'string' ? title : value);
  return { text: said, button: { type, value, shown: title } };
};

const take = (state: ChatState, keep: Keep, outbox: Outbox, batch: Batch): void => {
  receive(state, keep, batch);
  for (const activity of batch.activities)
    if (activity.kind === 'message' && activity.clientId !== undefined)
      outbox.echoed(activity.clientId);
};

const begin = (state: ChatState, outbox: Outbox): void => {
  state.past.value = [...state.past.value, ...state.activities.value];
  state.activities.value = [];
  for (const draft of outbox.drafts()) if (draft.state === 'sent') outbox.echoed(draft.id);
};

const showDrafts = (state: ChatState, outbox: Outbox, line: DirectLine): void => {
  const before = state.drafts.value;
  state.drafts.value = outbox.drafts();
  const sent = outbox
    .drafts()
    .filter((draft) => draft.state === 'sent')
    .filter(({ id }) => before.find((draft) => draft.id === id)?.state !== 'sent');
  if (sent.length === 0) return;
  expectReply(state);
  setTimeout(() => {
    if (sent.some(({ id }) => outbox.drafts().some((draft) => draft.id === id))) line.wake(true);
  }, ECHO);
};

const expectReply = (state: ChatState): void => {
  if (state.activities.value.at(-1)?.author.kind === 'agent') return;
  state.typing.value = true;
  setTimeout(() => {
    state.typing.value = false;
  }, TYPING);
};

const readSession = (keep: Keep): Session | undefined => {
  const kept = readJson(keep.get(SESSION) ?? '');
  const conversation = textOf(kept, 'conversation');
  const token = textOf(kept, 'token');
  const expires = numberOf(kept, 'expires');
  if (conversation === undefined || token === undefined || expires === undefined) return undefined;
  return { conversation, token, expires };
};
