import type { Incident, IncidentChange, IncidentEvent, Store } from '../bot/index.ts';
import { asDocument, asKey, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<
  Store,
  'addIncidentChanges' | 'reserveCode' | 'incidentByCode' | 'incidentEvents' | 'incidentsOf'
>;

const ADD_EVENT = `
  INSERT INTO incident_event (id, incident, number, doc) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO NOTHING`;

const KEEP_NEWEST = `
  INSERT INTO incident (id, code, conversation, number, events, doc) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET events = excluded.events, doc = excluded.doc
  WHERE excluded.events > incident.events`;

const RESERVED = 'SELECT code FROM code WHERE key = ?';
const RESERVE = 'INSERT INTO code (code, key) VALUES (?, ?) ON CONFLICT (code) DO NOTHING';

const BY_CODE = 'SELECT doc FROM incident WHERE code = ?';
const EVENTS = 'SELECT doc FROM incident_event WHERE incident = ? ORDER BY number';
const OF = 'SELECT doc FROM incident WHERE conversation = ? ORDER BY number';

/** Incidents, their events, and the codes that name them. */
export const incidentVerbs = ({ read, write }: Database): Verbs => ({
  addIncidentChanges: (changes) =>
    write((sql) => {
      for (const change of changes) keep(sql, change);
    }),

  reserveCode: (key, candidate) => write((sql) => reserve(sql, asKey(key), asKey(candidate))),

  incidentByCode: (code) =>
    read((sql) => {
      const row = sql.get<{ doc: string }>(BY_CODE, code);
      return row === undefined ? undefined : fromDocument<Incident>(row.doc);
    }),

  incidentEvents: (incident) =>
    read((sql) =>
      sql.all<{ doc: string }>(EVENTS, incident).map(({ doc }) => fromDocument<IncidentEvent>(doc)),
    ),

  incidentsOf: (conversation) =>
    read((sql) =>
      sql.all<{ doc: string }>(OF, conversation).map(({ doc }) => fromDocument<Incident>(doc)),
    ),
});

const keep = (sql: Sql, { incident, event }: IncidentChange): void => {
  const { id, code, conversation, events } = incident;
  const [key, doc] = [asKey(id), asDocument(id, incident)];
  sql.run(ADD_EVENT, asKey(event.id), event.incident, numberOf(event), asDocument(event.id, event));
  sql.run(KEEP_NEWEST, key, asKey(code), conversation, numberOf(incident), events, doc);
};

const reserve = (sql: Sql, key: string, candidate: string): string | undefined => {
  const earlier = sql.get<{ code: string }>(RESERVED, key);
  if (earlier !== undefined) return earlier.code;
  return sql.run(RESERVE, candidate, key) === 1 ? candidate : undefined;
};

/** Incidents and events are counted from 1 at the end of their id. */
const numberOf = ({ id }: { readonly id: string }): number =>
  Number(id.slice(id.lastIndexOf(':') + 1));
