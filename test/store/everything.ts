import type { Store } from '../../bot/index.ts';
import { aChange, aConversation, anEntry, anEstate, anInbound, aPhoto, NINE } from './samples.ts';

const KARIM = { id: 'a1', email: 'karim@exemple.fr', name: 'Karim', role: 'agent' } as const;
const KINDS = ['bot', 'queue', 'agent', 'closed'] as const;

/** Puts something behind every verb. */
export const fill = async (store: Store): Promise<void> => {
  const { photo, bytes } = aPhoto('ph1');
  await store.addInbound(anInbound('web:1'));
  await store.addInbound(anInbound('web:2'));
  await store.finishInbound(
    [{ id: 'web:1', result: { kind: 'lost', holder: { kind: 'bot' } } }],
    NINE,
  );
  const held = await store.claim({
    fresh: aConversation('c1'),
    owner: 'one',
    until: NINE + 1,
    now: NINE,
  });
  if (held !== undefined) await store.save({ ...held, rev: 2, due: NINE, lastText: 'Zoë' }, held);
  await store.addEntries('c1', [anEntry(1), anEntry(2)], 'stored');
  await store.setDelivery({ conversation: 'c1', seq: 1, delivery: 'sent', channelId: 'SM1' });
  await store.reserveCode('c1:1', 'BCDFGH');
  await store.addIncidentChanges([aChange('c1:1', 1), aChange('c1:1', 2)]);
  await store.replaceEstate(anEstate(['Les Tilleuls', 'Les Érables']));
  await store.addPhoto(photo, 'c1', bytes);
  await store.saveAccount(KARIM);
  await store.addSession({ id: 's1', account: 'a1', createdAt: NINE, expiresAt: NINE + 60_000 });
  await store.keepOnce('jwt', 'secret');
  await fillNewer(store);
};

/** What version 1 of the database had no place for. */
export const fillNewer = async (store: Store): Promise<void> => {
  const later = { createdAt: NINE, expiresAt: NINE + 60_000, browser: 'Edge, Windows' };
  await store.addSession({ id: 's2', account: 'a1', ...later });
  await store.changeAccount({ id: 'a1', set: { disabled: true } });
  await store.addAudit({ at: NINE, act: 'signed_in', by: 'a1', detail: 'password' });
  const said = { text: 'des rats', lang: 'fr', intents: ['pests'], danger: false } as const;
  const marked = { id: 'k1', conversation: 'c1', seq: 1, by: 'a1', at: NINE } as const;
  const audit = { at: NINE, act: 'corrected' } as const;
  await store.saveCorrection({ ...said, ...marked, state: 'pending' }, audit);
};

/** Everything that `fill` put in, read back through every verb that reads. */
export const everything = async (store: Store): Promise<Readonly<Record<string, unknown>>> => {
  const photo = await store.photo('ph1');
  return {
    inbound: await store.newInbound('c1', 10),
    fates: await Promise.all(['web:1', 'web:2', 'web:3'].map(store.inboundFate)),
    conversation: await store.conversation('c1'),
    held: await Promise.all(KINDS.map((kind) => store.conversationsHeldBy(kind, 10))),
    counts: await store.countByHolder(),
    work: await store.findWork({ now: NINE, since: NINE, limit: 10 }),
    entries: await store.entries('c1', 0, 10),
    code: await store.reserveCode('c1:1', 'JKMNPQ'),
    incident: await store.incidentByCode('BCDFGH'),
    incidents: await store.incidentsOf('c1'),
    events: await store.incidentEvents('c1:1'),
    estate: await store.estate(),
    photo: { ...photo, bytes: [...(photo?.bytes ?? [])] },
    account: await store.accountByEmail('karim@exemple.fr'),
    accounts: await store.accounts(),
    session: await store.session('s1'),
    sessions: await store.sessionsOf('a1'),
    kept: await store.keepOnce('jwt', 'another'),
    corrections: await store.corrections('pending', 0, 10),
    audit: await store.audit(undefined, 10),
  };
};
