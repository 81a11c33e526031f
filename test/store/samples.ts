import {
  type Conversation,
  type Entry,
  type Estate,
  FRESH_TALK,
  type Holder,
  type Inbound,
  type IncidentChange,
  type Photo,
} from '../../bot/index.ts';

/** A morning in Paris. */
export const NINE = Date.UTC(2026, 2, 2, 8, 0);

/** A message that came in, with accents, an emoji and what JSON has to escape. */
export const anInbound = (id: string, conversation = 'c1', at = NINE): Inbound => ({
  id,
  conversation,
  channel: 'webchat',
  external: `web-${conversation}`,
  person: { id: 'p1', name: 'Zoë' },
  at,
  content: {
    kind: 'message',
    message: { text: `Ça fuit « ici » 💧 \u0000 "${id}"\n`, photos: [], clientId: id },
  },
});

/** A conversation that nobody has claimed yet. */
export const aConversation = (id: string, changes: Partial<Conversation> = {}): Conversation => ({
  version: 1,
  id,
  channel: 'webchat',
  external: `web-${id}`,
  person: { id: 'p1' },
  language: 'fr',
  rev: 0,
  seq: 0,
  epoch: 0,
  holder: { kind: 'bot' },
  danger: false,
  episode: 1,
  talk: FRESH_TALK,
  log: [],
  changes: [],
  handled: [],
  outbox: [],
  incidents: [],
  lastText: '',
  openedAt: NINE,
  updatedAt: NINE,
  ...changes,
});

/** Somebody who holds a conversation since a minute after nine. */
export const heldBy = (kind: Holder['kind'], minute = 0): Holder => {
  const since = NINE + minute * 60_000;
  switch (kind) {
    case 'bot':
      return { kind };
    case 'queue':
      return { kind, reason: 'asked', since };
    case 'agent':
      return { kind, agent: { id: 'a1', name: 'Karim' }, since };
    case 'closed':
      return { kind, since };
    default:
      return kind satisfies never;
  }
};

/** One line of a transcript. */
export const anEntry = (seq: number, text = `ligne ${seq}`): Entry => ({
  kind: 'reply',
  by: { kind: 'bot' },
  reply: { text, language: 'fr' },
  seq,
  at: NINE + seq,
});

/** The n-th event of an incident, and the incident after it. */
export const aChange = (incident: string, event: number, code = 'BCDFGH'): IncidentChange => ({
  incident: {
    id: incident,
    code,
    conversation: incident.slice(0, incident.lastIndexOf(':')),
    channel: 'webchat',
    language: 'fr',
    intent: 'water_leak',
    priority: event > 1 ? 'P1' : 'P2',
    slots: { floor: { value: String(event), said: `au ${event}e` } },
    photos: [],
    openedAt: NINE,
    due: NINE + event,
    status: 'received',
    events: event,
  },
  event: {
    id: `${incident}:${event}`,
    incident,
    at: NINE + event,
    by: 'tenant',
    channel: 'webchat',
    kind: event > 1 ? 'corrected' : 'opened',
    data: { floor: String(event) },
  },
});

/** A small landlord. */
export const anEstate = (residences: readonly string[]): Estate => ({
  places: residences.map((name) => ({ id: name, kind: 'residence', name, postcode: '75011' })),
  tenants: residences.map((name) => ({ id: `t-${name}`, name: 'Mme Éon', dwelling: name })),
});

/** A photo of three bytes. */
export const aPhoto = (id: string): { readonly photo: Photo; readonly bytes: Uint8Array } => ({
  photo: { id, type: 'image/jpeg', bytes: 3, width: 1, height: 1 },
  bytes: new Uint8Array([255, 0, 216]),
});
