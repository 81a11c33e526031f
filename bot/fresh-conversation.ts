import type { Conversation } from './conversation.ts';
import type { Language } from './language.ts';
import type { Inbound, Person } from './message.ts';
import { FRESH_TALK, type TalkState } from './talk-state.ts';

/** A conversation before its first turn, as the row that starts it describes it. */
export const freshConversation = (row: Inbound): Conversation => ({
  version: 1,
  id: row.conversation,
  channel: row.channel,
  external: row.external,
  person: row.person,
  language: languageOf(row),
  rev: 0,
  seq: 0,
  epoch: 0,
  holder: { kind: 'bot' },
  danger: false,
  episode: 1,
  talk: knowing(row.person),
  log: [],
  changes: [],
  handled: [],
  outbox: [],
  incidents: [],
  lastText: '',
  openedAt: row.at,
  updatedAt: row.at,
});

/** Whoever writes from a number can be called back there. */
const knowing = ({ phone }: Person): TalkState =>
  phone === undefined
    ? FRESH_TALK
    : { ...FRESH_TALK, known: { callback_phone: { value: phone, said: phone } } };

const languageOf = ({ content }: Inbound): Language => {
  if (content.kind !== 'opened' && content.kind !== 'message') return 'fr';
  return content.locale?.toLowerCase().startsWith('en') === true ? 'en' : 'fr';
};
