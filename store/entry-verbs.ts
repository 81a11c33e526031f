import type { Delivery, Entry, Store, StoredEntry } from '../bot/index.ts';
import { asDocument, asKey, asLimit, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';

type Verbs = Pick<Store, 'addEntries' | 'entries' | 'setDelivery'>;

/** Where a delivery can come from: it moves on from what is less certain, never back and never twice. */
const FROM: Readonly<Record<Delivery, readonly Delivery[]>> = {
  stored: [],
  unconfirmed: ['stored'],
  sent: ['stored', 'unconfirmed'],
  delivered: ['stored', 'unconfirmed', 'sent'],
  failed: ['stored', 'unconfirmed', 'sent'],
  cancelled: ['stored'],
};

const ADD = `
  INSERT INTO entry (conversation, seq, delivery, doc) VALUES (?, ?, ?, ?)
  ON CONFLICT (conversation, seq) DO NOTHING`;

const AFTER = `
  SELECT delivery, doc FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?`;

const MOVE = `
  UPDATE entry SET delivery = ?, channel_id = coalesce(channel_id, ?)
  WHERE conversation = ? AND seq = ? AND delivery IN (SELECT value FROM json_each(?))`;

/** The transcript and how far each reply got. */
export const entryVerbs = ({ read, write }: Database): Verbs => ({
  addEntries: (conversation, entries, delivery) =>
    write((sql) => {
      const key = asKey(conversation);
      for (const entry of entries) {
        sql.run(ADD, key, entry.seq, delivery, asDocument(`${key}:${entry.seq}`, entry));
      }
    }),

  entries: (conversation, after, limit) =>
    read((sql) =>
      sql.all<{ delivery: Delivery; doc: string }>(AFTER, conversation, after, asLimit(limit)).map(
        ({ delivery, doc }): StoredEntry => ({
          ...fromDocument<Entry>(doc),
          conversation,
          delivery,
        }),
      ),
    ),

  setDelivery: ({ conversation, seq, delivery, channelId }) =>
    write((sql) => {
      sql.run(MOVE, delivery, channelId, conversation, seq, JSON.stringify(FROM[delivery]));
    }),
});
