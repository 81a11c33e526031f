/** Who says something in the transcript. */
export type Author =
  | { readonly kind: 'tenant' }
  | { readonly kind: 'bot' }
  | { readonly kind: 'agent'; readonly name: string };

/** One button under a reply, in the form Direct Line gives it. */
export type Action = {
  readonly type: string;
  readonly title: string;
  readonly value: unknown;
  readonly text?: string;
};

/** The incident a reply confirms. */
export type Receipt = { readonly code: string; readonly due?: number };

/** One message of the conversation, reduced to what the widget shows. */
export type Activity = {
  readonly kind: 'message';
  readonly id: string;
  readonly at: number;
  /** The server's place in the sequence, when it gives one. */
  readonly order?: number;
  readonly author: Author;
  readonly text: string;
  /** The language of the text, whichever it is. */
  readonly lang?: string;
  readonly clientId?: string;
  readonly actions: readonly Action[];
  readonly photos: readonly string[];
  readonly ask?: string;
  readonly safety: boolean;
  readonly receipt?: Receipt;
};

/** The other side is writing. */
type Typing = { readonly kind: 'typing' };

/** A set of activities and the place from which to go on. */
export type Batch = {
  readonly activities: readonly (Activity | Typing)[];
  readonly watermark?: string;
};

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object a value is; an empty one when it is something else. */
export const objectOf = (value: unknown): Json => (isJson(value) ? value : {});

/** The text under a name; undefined when there is none. */
export const textOf = (value: unknown, name: string): string | undefined => {
  const found = objectOf(value)[name];
  return typeof found === 'string' && found !== '' ? found : undefined;
};

/** The number under a name; undefined when there is none. */
export const numberOf = (value: unknown, name: string): number | undefined => {
  const found = objectOf(value)[name];
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
};

const listOf = (value: unknown, name: string): readonly unknown[] => {
  const found = objectOf(value)[name];
  return Array.isArray(found) ? found : [];
};

/** Reads JSON; undefined when it is none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads what the stream or a poll brought; things the widget does not show are left out. */
export const readBatch = (value: unknown): Batch => {
  const watermark = textOf(value, 'watermark');
  return {
    activities: listOf(value, 'activities').flatMap(readActivity),
    ...(watermark === undefined ? {} : { watermark }),
  };
};

const readActivity = (value: unknown): readonly (Activity | Typing)[] => {
  const type = textOf(value, 'type');
  const author = readAuthor(value);
  if (type === 'typing') return author.kind === 'tenant' ? [] : [{ kind: 'typing' }];
  const id = textOf(value, 'id');
  return type === 'message' && id !== undefined ? [readMessage(value, id, author)] : [];
};

const readMessage = (value: unknown, id: string, author: Author): Activity => {
  const data = objectOf(value)['channelData'];
  const { order, lang, clientId, ask, receipt } = {
    order: numberOf(data, 'webchat:sequence-id'),
    lang: textOf(value, 'locale')?.split('-')[0]?.toLowerCase(),
    clientId: textOf(data, 'clientActivityID'),
    ask: textOf(data, 'ask'),
    receipt: readReceipt(objectOf(data)['incident']),
  };
  return {
    kind: 'message',
    id,
    at: Date.parse(textOf(value, 'timestamp') ?? '') || 0,
    author,
    text: textOf(objectOf(data)['messageBack'], 'displayText') ?? textOf(value, 'text') ?? '',
    actions: listOf(objectOf(value)['suggestedActions'], 'actions').flatMap(readAction),
    photos: listOf(value, 'attachments').flatMap(readPhoto),
    safety: Boolean(objectOf(data)['safety']),
    ...(order === undefined ? {} : { order }),
    ...(lang === undefined ? {} : { lang }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(ask === undefined ? {} : { ask }),
    ...(receipt === undefined ? {} : { receipt }),
  };
};

const readAuthor = (value: unknown): Author => {
  const from = objectOf(value)['from'];
  if (textOf(from, 'role') === 'user') return { kind: 'tenant' };
  const agent = objectOf(objectOf(value)['channelData'])['agent'];
  if (agent === undefined || agent === null || agent === false) return { kind: 'bot' };
  const name = typeof agent === 'string' ? agent : textOf(agent, 'name');
  return { kind: 'agent', name: name ?? textOf(from, 'name') ?? '' };
};

const readAction = (value: unknown): readonly Action[] => {
  const title = textOf(value, 'title');
  if (title === undefined) return [];
  const text = textOf(value, 'text');
  const action = {
    type: textOf(value, 'type') ?? 'imBack',
    title,
    value: objectOf(value)['value'] ?? title,
  };
  return [text === undefined ? action : { ...action, text }];
};

const readPhoto = (value: unknown): readonly string[] => {
  const type = textOf(value, 'contentType') ?? '';
  const url = textOf(value, 'contentUrl');
  return url !== undefined && type.startsWith('image/') && /^(https?:|blob:|\/)/.test(url)
    ? [url]
    : [];
};

const readReceipt = (value: unknown): Receipt | undefined => {
  const code = textOf(value, 'code');
  if (code === undefined) return undefined;
  const due = numberOf(value, 'due') ?? Date.parse(textOf(value, 'due') ?? '');
  return Number.isNaN(due) ? { code } : { code, due };
};
