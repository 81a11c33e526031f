import {
  type AgentRef,
  type Answer,
  FRESH_TALK,
  type HandoffReason,
  type Incident,
  type IncidentDraft,
  type IncidentEvent,
  identified,
  knownBy,
  type Language,
  type Message,
  maskedSaid,
  type Query,
  type Reply,
  type Said,
  type TalkState,
  type TextDraft,
} from '../../bot/index.ts';
import { readMobile } from '../../incidents/index.ts';
import { type Loge, SEALS } from './loge.ts';

/** A conversation with the bot, held in memory. */
export type Visit = {
  readonly state: TalkState;
  readonly language: Language;
  readonly holder: 'bot' | 'queue';
  readonly now: number;
  readonly incidents: readonly Incident[];
  readonly events: readonly IncidentEvent[];
  /** Incidents that other conversations opened. */
  readonly elsewhere: readonly Incident[];
  /** How it stands at the desk; without it somebody is there and nobody waits. */
  readonly desk?: Partial<Extract<Answer, { kind: 'desk' }>>;
  /** The agent who had it until a short while ago. */
  readonly returning?: AgentRef;
  readonly said: readonly Reply[];
  readonly handoff?: HandoffReason;
  /** Whom the tenant would like to have. */
  readonly preferred?: AgentRef;
  /** Texts can be sent, and those that were. */
  readonly canText: boolean;
  readonly texts: readonly TextDraft[];
  /** Leases that were tried too often. */
  readonly locked: readonly string[];
};

/** The code that a text brings. */
export const codeIn = ({ n, to }: TextDraft): string =>
  SEALS.code({ conversation: 'visit', n, to });

/** An agent vouches for the tenant, or the tenant opens the agent's link. */
export const verified = (loge: Loge, visit: Visit, by: 'agent' | 'link'): Visit => {
  const { state, now, language } = visit;
  const proof = { by, agent: { id: 'sophie', name: 'Sophie' } } as const;
  return {
    ...visit,
    state: { ...state, identity: identified(proof, now, state.identity) },
    said: [loge.notice('verified', language, {})],
  };
};

/** Tuesday 24 November 2026, 10 o'clock in Paris. */
const START = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;
const CODES = ['BCDFGH', 'JKMNPQ', 'RTVWXZ', 'HGFDCB', 'QPNMKJ', 'ZXWVTR'];

/** A conversation that has just begun. */
export const newVisit = (language: Language = 'fr'): Visit => ({
  state: FRESH_TALK,
  language,
  holder: 'bot',
  now: START,
  incidents: [],
  events: [],
  elsewhere: [],
  said: [],
  canText: false,
  texts: [],
  locked: [],
});

/** What comes in: a message, or nothing when the chat was only opened. */
export const hear = (loge: Loge, visit: Visit, written?: Message): Visit => {
  const message = written && { ...written, text: loge.mask.numbers(written.text) };
  const said = maskedSaid(settled(loge, visit, message), loge.mask);
  const { handoff } = said;
  const corrected = said.corrected?.map(({ incident }) => incident) ?? [];
  const now = (old: Incident): Incident => corrected.find(({ id }) => id === old.id) ?? old;
  const opened = said.opened.map((draft, n) =>
    incidentOf(visit, draft, visit.incidents.length + n),
  );
  return {
    state: said.state,
    language: said.language,
    holder: handoff === undefined ? visit.holder : 'queue',
    now: visit.now + MINUTE,
    incidents: [...visit.incidents.map(now), ...opened],
    elsewhere: visit.elsewhere.map(now),
    events: [...visit.events, ...(said.corrected?.map(({ event }) => event) ?? [])],
    said: said.replies,
    canText: visit.canText,
    texts: [...visit.texts, ...(said.texts ?? [])],
    locked: visit.locked,
    ...(visit.desk === undefined ? {} : { desk: visit.desk }),
    ...(handoff === undefined ? {} : { handoff: handoff.reason }),
    ...(handoff?.preferred === undefined ? {} : { preferred: handoff.preferred }),
  };
};

const MOST_QUERIES = 12;

/** Answers what the talk needs to know until it has spoken. */
const settled = (loge: Loge, visit: Visit, message: Message | undefined): Said => {
  const found = new Map<string, Answer>();
  for (let round = 0; round <= MOST_QUERIES; round += 1) {
    const result = loge.talk({
      state: visit.state,
      language: visit.language,
      channel: 'webchat',
      now: visit.now,
      holder: visit.holder,
      incidents: visit.incidents.map(({ code }) => code),
      understand: loge.understand,
      known: knownBy((query) => found.get(JSON.stringify(query))),
      ...(message === undefined ? {} : { message }),
      ...(visit.returning === undefined ? {} : { returning: visit.returning }),
    });
    if (result.kind === 'said') return result;
    found.set(JSON.stringify(result.query), answerTo(loge, visit, result.query));
  }
  throw new Error('the talk asks without end');
};

const answerTo = (
  { findPlaces, leases }: Loge,
  { incidents, elsewhere, events, canText, locked, desk }: Visit,
  query: Query,
): Answer => {
  switch (query.kind) {
    case 'place':
      return { kind: 'place', matches: findPlaces(query.text) };
    case 'code':
      return { kind: 'code', code: CODES[query.n % CODES.length] ?? '' };
    case 'incident': {
      const incident = [...incidents, ...elsewhere].find(({ code }) => code === query.code);
      const own = events.filter((event) => event.incident === incident?.id);
      return { kind: 'incident', events: own, ...(incident === undefined ? {} : { incident }) };
    }
    case 'may_text': {
      const to = canText ? readMobile(query.phone) : undefined;
      return { kind: 'may_text', ...(to === undefined ? {} : { to }) };
    }
    case 'code_sent':
      return {
        kind: 'code_sent',
        right: query.typed === SEALS.code({ conversation: 'visit', n: query.n, to: query.to }),
      };
    case 'holder': {
      const tenant = leases.holder(query.lease, query);
      const told = tenant !== undefined && !locked.includes(query.lease.replace(/\D/g, ''));
      return { kind: 'holder', ...(told ? { tenant } : {}) };
    }
    case 'desk':
      return { kind: 'desk', ahead: 0, online: ['sophie'], danger: false, ...desk };
    default:
      return query satisfies never;
  }
};

const incidentOf = ({ now, language }: Visit, draft: IncidentDraft, n: number): Incident => ({
  ...draft,
  id: `visit:${n + 1}`,
  conversation: 'visit',
  channel: 'webchat',
  language,
  openedAt: now,
  status: 'received',
  events: 1,
});
