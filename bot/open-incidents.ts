import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { IncidentChange } from './incident.ts';
import type { IncidentDraft } from './talk.ts';

/** Opens the incidents a dialog drafted: each gets its id, its first event and its place in the document. */
export const openIncidents = (
  conversation: Conversation,
  drafts: readonly IncidentDraft[],
  now: Instant,
): Conversation => drafts.reduce((sofar, draft) => open(sofar, draft, now), conversation);

const open = (conversation: Conversation, draft: IncidentDraft, now: Instant): Conversation => ({
  ...conversation,
  incidents: [...conversation.incidents, draft.code],
  changes: [...conversation.changes, opened(conversation, draft, now)],
});

const opened = (
  { id: conversation, channel, language, incidents }: Conversation,
  draft: IncidentDraft,
  now: Instant,
): IncidentChange => {
  const id = `${conversation}:${incidents.length + 1}`;
  const by = { at: now, by: 'tenant', channel } as const;
  return {
    incident: {
      ...draft,
      id,
      conversation,
      channel,
      language,
      openedAt: now,
      status: 'received',
      events: 1,
    },
    event: { id: `${id}:1`, incident: id, kind: 'opened', data: facts(draft), ...by },
  };
};

const facts = ({ slots, place, priority }: IncidentDraft): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(slots).map(([slot, { value }]) => [slot, value])),
  ...(place === undefined ? {} : { place: place.label }),
  priority,
});
