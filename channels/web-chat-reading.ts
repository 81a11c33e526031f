import type { Store, StoredEntry } from '../bot/index.ts';
import { conversationOf, type OutActivity, type Reader, render } from './web-chat-render.ts';

/** Entries read from the store at once. */
const PAGE = 200;

/** Activities and the place from which to go on. */
export type Reading = { readonly activities: readonly OutActivity[]; readonly position: number };

/** The sequence number a client has got to; anything that is none means "from the start". */
export const positionIn = (watermark: unknown): number =>
  typeof watermark === 'string' && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;

/** One page of what stands after `position`; the position has not moved when there was nothing. */
export const readOn = async (
  store: Pick<Store, 'entries'>,
  reader: Reader,
  position: number,
): Promise<Reading> => {
  const entries = await store.entries(conversationOf(reader.external), position, PAGE);
  return {
    activities: entries.flatMap((entry) => render(entry, reader)),
    position: entries.at(-1)?.seq ?? position,
  };
};

/** The one entry at this place. */
export const readOne = async (
  store: Pick<Store, 'entries'>,
  conversation: string,
  seq: number,
): Promise<StoredEntry | undefined> => (await store.entries(conversation, seq - 1, 1))[0];

/** A client that claims to be further than the conversation has met another one: it gets this one from the start. */
export const clampPosition = async (
  store: Pick<Store, 'conversation'>,
  external: string,
  position: number,
): Promise<number> => {
  if (position === 0) return 0;
  const conversation = await store.conversation(conversationOf(external));
  return conversation === undefined || conversation.seq < position ? 0 : position;
};
