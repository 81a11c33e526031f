import {
  type Catalogue,
  type Conversation,
  type Holder,
  type Identity,
  type Incident,
  type Instant,
  identityAt,
  levelOf,
  type Slots,
  type StoredEntry,
  type Translated,
} from '../bot/index.ts';

/** Figures of a tenant's number that agents see: enough to tell two tenants apart. */
const SHOWN_FIGURES = 2;

/** Whether an agent is at the desk. */
type IsOnline = (agent: string) => boolean;

/** A conversation as a card of a list shows it. */
export const shownConversation = (conversation: Conversation, isOnline: IsOnline) => {
  const { id, channel, language, rev, seq, danger, episode } = conversation;
  const holder = shownHolder(conversation.holder, isOnline);
  const { incidents, lastText, waitingSince, openedAt, updatedAt, person, alarm } = conversation;
  const { known, otherLanguage: speaks } = conversation.talk;
  const place = known['address']?.said;
  return {
    id,
    channel,
    language,
    rev,
    seq,
    holder,
    danger,
    episode,
    incidents,
    lastText,
    openedAt,
    updatedAt,
    ...(person.name === undefined ? {} : { name: person.name }),
    ...(person.phone === undefined ? {} : { ends: person.phone.slice(-SHOWN_FIGURES) }),
    ...(speaks === undefined ? {} : { speaks }),
    ...(place === undefined ? {} : { place }),
    ...(waitingSince === undefined ? {} : { waitingSince }),
    ...(alarm === undefined ? {} : { rung: alarm.rung }),
  };
};

/** Whom the tenant would like to have counts while that agent is there. */
const shownHolder = (holder: Holder, isOnline: IsOnline): Holder => {
  if (holder.kind !== 'queue' || holder.preferred === undefined) return holder;
  const { preferred, ...rest } = holder;
  return isOnline(preferred.id) ? holder : rest;
};

/** What is known of one conversation, for the card above its transcript. */
export const shownDetail = ({
  conversation,
  incidents,
  catalogue,
  now,
  isOnline,
}: {
  readonly now: Instant;
  readonly isOnline: IsOnline;
  readonly conversation: Conversation;
  readonly incidents: readonly Incident[];
  readonly catalogue: Catalogue;
}) => ({
  ...shownConversation(conversation, isOnline),
  ...(conversation.pinned === undefined ? {} : { pinned: conversation.pinned }),
  ...shownIdentity(identityAt(conversation.talk.identity, now)),
  known: shownSlots(withoutOwnNumber(conversation)),
  understood: understoodOf(conversation).map(({ intent, slots }) => ({
    ...named(catalogue, intent),
    slots: shownSlots(slots),
  })),
  opened: incidents.map((incident) => ({
    ...named(catalogue, incident.intent),
    code: incident.code,
    priority: incident.priority,
    due: incident.due,
    openedAt: incident.openedAt,
    slots: shownSlots(incident.slots),
    ...(incident.place === undefined ? {} : { place: incident.place.label }),
    ...(incident.phone === undefined || incident.phone === conversation.person.phone
      ? {}
      : { phone: incident.phone }),
  })),
});

/** Who speaks, how surely, since and until when; nothing when nobody knows. */
const shownIdentity = (identity: Identity | undefined) =>
  identity === undefined ? {} : { identity: { ...identity, level: levelOf(identity) } };

/** A line of the transcript, with how far it got. */
export const shownEntry = ({ conversation: _, ...entry }: StoredEntry) => entry;

const understoodOf = ({ talk }: Conversation) => [
  ...talk.stack.flatMap(({ intent, slots }) => (intent === undefined ? [] : [{ intent, slots }])),
  ...talk.waiting,
];

/** The number somebody writes from was never told; it is shown by its end alone. */
const withoutOwnNumber = ({ person, talk }: Conversation): Slots =>
  Object.fromEntries(
    Object.entries(talk.known).filter(
      ([, { value }]) => person.phone === undefined || value !== person.phone,
    ),
  );

const named = (
  catalogue: Catalogue,
  intent: string,
): { readonly intent: string; readonly name?: Translated } => {
  const name = catalogue.get(intent)?.name;
  return name === undefined ? { intent } : { intent, name };
};

const shownSlots = (slots: Slots) =>
  Object.entries(slots).map(([id, { value, said }]) => ({ id, value, said }));
