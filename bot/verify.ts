import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import { IDENTITY, identified, identityFact, TO_CHECK } from './identity.ts';
import type { Incident, IncidentChange } from './incident.ts';
import type { MoveInput } from './moves.ts';
import type { Known, Query } from './query.ts';
import { append, say } from './transcript.ts';

/** An agent vouches for who speaks, or their link was opened; nothing while a colleague holds the conversation. */
export const verify = (input: MoveInput, by: 'agent' | 'link'): Conversation | undefined => {
  const { conversation, agent, now, notice } = input;
  // A link was sent by somebody who held it then; who holds it now does not matter.
  if (!mayJudge(conversation, by === 'link' ? undefined : agent)) return undefined;
  const moved = append(conversation, now, {
    kind: 'move',
    move: { kind: 'identified', by, agent },
  });
  const identity = identified({ by, agent }, now, conversation.talk.identity);
  const reply = notice('verified', conversation.language, {});
  return say({ ...moved, talk: { ...moved.talk, identity } }, now, { by: { kind: 'bot' }, reply });
};

/** An agent doubts who speaks: it is not known any more. */
export const unverify = ({ conversation, agent, now }: MoveInput): Conversation | undefined => {
  if (!mayJudge(conversation, agent)) return undefined;
  const moved = append(conversation, now, { kind: 'move', move: { kind: 'unidentified', agent } });
  return { ...moved, talk: withoutIdentity(moved) };
};

/** What is remembered, but for who speaks. */
export const withoutIdentity = ({ talk }: Conversation): Conversation['talk'] => {
  const { identity: _, proofs, ...rest } = talk;
  // The tries are counted on: each has a number of its own.
  if (proofs === undefined) return rest;
  const { gaveUp: __, ...counts } = proofs;
  return { ...rest, proofs: counts };
};

const mayJudge = ({ holder }: Conversation, agent: AgentRef | undefined): boolean => {
  if (holder.kind === 'closed') return false;
  return holder.kind !== 'agent' || agent === undefined || holder.agent.id === agent.id;
};

/** Incidents whose record is put right when an agent vouches for the tenant; older ones a person has seen. */
const MOST = 8;

/** What changes in the incidents that waited for somebody to look at who asked, or the next one to look up. */
export const checkedIncidents = (
  { incidents, channel }: Conversation,
  { by, now, known }: { by: 'agent' | 'link'; now: Instant; known: Known },
):
  | { readonly kind: 'need'; readonly query: Query }
  | { readonly kind: 'found'; readonly changes: readonly IncidentChange[] } => {
  const changes: IncidentChange[] = [];
  for (const code of incidents.slice(-MOST)) {
    const query = { kind: 'incident', code } as const;
    const found = known(query);
    if (found === undefined) return { kind: 'need', query };
    const { incident } = found;
    if (incident?.slots[IDENTITY]?.value !== TO_CHECK) continue;
    changes.push(checked(incident, { by, at: now, channel }));
  }
  return { kind: 'found', changes };
};

const checked = (
  before: Incident,
  { by, ...seen }: { by: 'agent' | 'link' } & Pick<IncidentChange['event'], 'at' | 'channel'>,
): IncidentChange => {
  const events = before.events + 1;
  const fact = identityFact({ by });
  return {
    incident: { ...before, events, slots: { ...before.slots, [IDENTITY]: fact } },
    event: {
      id: `${before.id}:${events}`,
      incident: before.id,
      by: 'agent',
      kind: 'identity',
      data: { [IDENTITY]: fact.value },
      ...seen,
    },
  };
};
