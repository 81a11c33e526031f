import { createHash } from 'node:crypto';
import type { Choice, Language, Photo, Receipt, Speaker, StoredEntry } from '../bot/index.ts';

/** The conversation as the store calls it. */
export const conversationOf = (external: string): string => `webchat-${external}`;

/** What the bot is called in the web chat. */
const BOT = { id: 'loge', name: 'Loge', role: 'bot' } as const;

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** An activity as Direct Line clients read it. */
export type OutActivity = {
  readonly type: 'message';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'webchat';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly text: string;
  readonly textFormat: 'plain';
  readonly channelData: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  readonly value?: string;
  readonly inputHint?: 'acceptingInput' | 'expectingInput';
  readonly attachments?: readonly OutAttachment[];
  readonly suggestedActions?: { readonly actions: readonly OutAction[] };
};

type OutAttachment = {
  readonly contentType: string;
  readonly contentUrl: string;
  readonly thumbnailUrl: string;
  readonly name: string;
};

type OutAction = {
  readonly type: 'messageBack';
  readonly title: string;
  readonly text: string;
  readonly displayText: string;
  readonly value: string;
};

/** For whom a conversation is rendered. */
export type Reader = {
  /** What the client calls the conversation. */
  readonly external: string;
  /** The tenant's own id, from their token. */
  readonly user: string;
  /** Where a photo can be fetched. */
  readonly linkTo: (photo: Photo) => string;
  /** The names under which the client sent a message again, while it has not been shown it. */
  readonly laterNames: (inbound: string, seq: number) => readonly string[];
};

/** The id under which a client sees the message that came in as `inbound`; known before the message is stored. */
export const messageId = (external: string, inbound: string): string =>
  `${external}|m${createHash('sha256').update(inbound).digest('base64url').slice(0, 20)}`;

/** What a tenant may see of an entry; notes, moves and cancelled replies never leave. */
export const render = (entry: StoredEntry, reader: Reader): readonly OutActivity[] => {
  if (entry.delivery === 'cancelled') return [];
  switch (entry.kind) {
    case 'message':
      return echoes(entry, reader);
    case 'reply':
      return [renderReply(entry, reader)];
    case 'note':
    case 'move':
      return [];
    default:
      return entry satisfies never;
  }
};

const stamp = ({ seq, at }: StoredEntry, { external }: Reader) =>
  ({
    type: 'message',
    id: `${external}|${String(seq).padStart(7, '0')}`,
    timestamp: new Date(at).toISOString(),
    channelId: 'webchat',
    conversation: { id: external },
    textFormat: 'plain',
    channelData: { 'webchat:sequence-id': seq },
  }) as const;

type MessageEntry = Extract<StoredEntry, { kind: 'message' }>;

/** A message that was sent again is echoed under each of its names: the client waits for them all, and sees one id. */
const echoes = (entry: MessageEntry, reader: Reader): readonly OutActivity[] =>
  [entry.message.clientId, ...reader.laterNames(entry.inbound, entry.seq)].map((name) =>
    echo(entry, reader, name),
  );

const echo = (
  entry: MessageEntry,
  reader: Reader,
  clientActivityID: string | undefined,
): OutActivity => {
  const { message, inbound } = entry;
  const base = stamp(entry, reader);
  const attachments = message.photos.map((photo, n) => attach(photo, n, reader));
  return {
    ...base,
    id: messageId(reader.external, inbound),
    from: { id: reader.user, role: 'user' },
    text: message.text,
    ...(message.choice === undefined ? {} : { value: message.choice }),
    ...(attachments.length === 0 ? {} : { attachments }),
    channelData: {
      ...base.channelData,
      ...(clientActivityID === undefined ? {} : { clientActivityID }),
      ...(message.text === '' && message.choice !== undefined ? { postBack: true } : {}),
    },
  };
};

/** The official web chat shows what a person sent as a picture only when it has a thumbnail. */
const attach = (photo: Photo, n: number, { linkTo }: Reader): OutAttachment => ({
  contentType: photo.type,
  contentUrl: linkTo(photo),
  thumbnailUrl: linkTo(photo),
  name: `photo-${n + 1}.jpg`,
});

const renderReply = (
  entry: Extract<StoredEntry, { kind: 'reply' }>,
  reader: Reader,
): OutActivity => {
  const { by, reply } = entry;
  const base = stamp(entry, reader);
  const { text, language, lang, choices = [], ask, safety, discreet } = reply;
  return {
    ...base,
    from: nameOf(by),
    text,
    locale: lang ?? LOCALES[language],
    inputHint: ask === undefined ? 'acceptingInput' : 'expectingInput',
    ...(choices.length === 0 ? {} : { suggestedActions: { actions: choices.map(button) } }),
    channelData: {
      ...base.channelData,
      ...(by.kind === 'agent' ? { agent: { name: by.agent.name } } : {}),
      ...(ask === undefined ? {} : { ask }),
      ...(safety === undefined ? {} : { safety }),
      ...(discreet === undefined ? {} : { discreet }),
      ...(reply.incident === undefined ? {} : { incident: receipt(reply.incident) }),
    },
  };
};

const nameOf = (by: Speaker): OutActivity['from'] =>
  by.kind === 'bot' ? BOT : { id: 'agent', name: by.agent.name, role: 'bot' };

/** The tenant sees and sends the words of the button; its value travels beside them. */
const button = ({ title, value }: Choice): OutAction => ({
  type: 'messageBack',
  title,
  text: title,
  displayText: title,
  value,
});

const receipt = ({ code, intent, priority, due }: Receipt) => ({
  code,
  intent,
  priority,
  due: new Date(due).toISOString(),
});
