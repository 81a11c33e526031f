import type { Estate, Place, Store, Tenant } from '../bot/index.ts';
import { asDocument, asKey, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<Store, 'replaceEstate' | 'estate'>;

const FORGET = 'DELETE FROM estate';
const ADD = 'INSERT INTO estate (kind, id, place, doc) VALUES (?, ?, ?, ?)';
const ALL = 'SELECT doc FROM estate WHERE kind = ? ORDER BY place';

/** The landlord's places and tenants, in the order they were given. */
export const estateVerbs = ({ read, write }: Database): Verbs => ({
  replaceEstate: ({ places, tenants }) =>
    write((sql) => {
      sql.run(FORGET);
      add(sql, 'place', places);
      add(sql, 'tenant', tenants);
    }),

  estate: () =>
    read(
      (sql): Estate => ({
        places: all<Place>(sql, 'place'),
        tenants: all<Tenant>(sql, 'tenant'),
      }),
    ),
});

const add = (sql: Sql, kind: string, things: readonly { readonly id: string }[]): void => {
  for (const [place, thing] of things.entries()) {
    sql.run(ADD, kind, asKey(thing.id), place, asDocument(thing.id, thing));
  }
};

const all = <Thing>(sql: Sql, kind: string): readonly Thing[] =>
  sql.all<{ doc: string }>(ALL, kind).map(({ doc }) => fromDocument<Thing>(doc));
