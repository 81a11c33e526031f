import { BotError, type Conversation, type Holder, queuePlace, type Store } from '../bot/index.ts';
import { note } from './audit-verbs.ts';
import { asDocument, asKey, asLimit, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';
import type { Sql } from './sql.ts';

type Verbs = Pick<
  Store,
  'claim' | 'save' | 'conversation' | 'conversationsHeldBy' | 'countByHolder' | 'findWork'
>;
type Claim = Parameters<Store['claim']>[0];
type Expected = Parameters<Store['save']>[1];

const FIND = 'SELECT doc FROM conversation WHERE id = ?';

const INSERT = `
  INSERT INTO conversation (rev, epoch, due, holder, danger, since, updated, doc, id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const UPDATE = `
  UPDATE conversation
  SET rev = ?, epoch = ?, due = ?, holder = ?, danger = ?, since = ?, updated = ?, doc = ?
  WHERE id = ? AND rev = ? AND epoch = ?`;

const QUEUED = `
  SELECT doc FROM conversation INDEXED BY conversation_queue
  WHERE holder = 'queue' ORDER BY danger DESC, since, id LIMIT ?`;

const HELD = `
  SELECT doc FROM conversation WHERE holder = ? ORDER BY updated DESC, id LIMIT ?`;

const COUNT = 'SELECT holder, count(*) AS count FROM conversation GROUP BY holder';

/** What waits longest comes first, whichever of the two reasons it has. */
const WORK = `
  SELECT id FROM (
    SELECT id, due AS since FROM conversation WHERE due <= ?
    UNION ALL
    SELECT conversation, min(at) FROM inbound WHERE done IS NULL AND at <= ? GROUP BY conversation
  ) GROUP BY id ORDER BY min(since), id LIMIT ?`;

/** Conversations: each verb one compare-and-set, or one look. */
export const conversationVerbs = ({ read, write }: Database): Verbs => ({
  claim: (wanted) => write((sql) => claim(sql, wanted)),

  save: (next, expected) => write((sql) => save(sql, next, expected)),

  conversation: (id) => read((sql) => find(sql, id)),

  conversationsHeldBy: (holder, limit) =>
    read((sql) => {
      const most = asLimit(limit);
      const rows =
        holder === 'queue'
          ? sql.all<{ doc: string }>(QUEUED, most)
          : sql.all<{ doc: string }>(HELD, holder, most);
      return rows.map(({ doc }) => fromDocument<Conversation>(doc));
    }),

  countByHolder: () =>
    read((sql) => {
      const rows = sql.all<{ holder: Holder['kind']; count: number }>(COUNT);
      const counts = { bot: 0, queue: 0, agent: 0, closed: 0 };
      for (const { holder, count } of rows) counts[holder] = count;
      return counts;
    }),

  findWork: ({ now, since, limit }) =>
    read((sql) => sql.all<{ id: string }>(WORK, now, since, asLimit(limit)).map(({ id }) => id)),
});

const find = (sql: Sql, id: string): Conversation | undefined => {
  const row = sql.get<{ doc: string }>(FIND, id);
  return row === undefined ? undefined : fromDocument<Conversation>(row.doc);
};

const claim = (sql: Sql, { fresh, owner, until, now }: Claim): Conversation | undefined => {
  const stored = find(sql, fresh.id);
  const { rev, epoch, lease } = stored ?? fresh;
  if (stored !== undefined && lease !== undefined && lease.owner !== owner && lease.until > now) {
    return undefined;
  }
  const claimed = {
    ...(stored ?? fresh),
    rev: rev + 1,
    epoch: epoch + 1,
    lease: { owner, until },
  };
  if (stored === undefined) sql.run(INSERT, ...columns(claimed), asKey(fresh.id));
  else sql.run(UPDATE, ...columns(claimed), fresh.id, rev, epoch);
  return claimed;
};

const save = (sql: Sql, next: Conversation, expected: Expected): boolean => {
  if (next.rev <= expected.rev || next.epoch !== expected.epoch) {
    throw new BotError(
      `Conversation ${next.id} was not saved: a write raises rev above ${expected.rev} and keeps epoch ${expected.epoch}.`,
      'store-refused',
    );
  }
  const saved = sql.run(UPDATE, ...columns(next), next.id, expected.rev, expected.epoch) === 1;
  if (saved) noteTakes(sql, next);
  return saved;
};

/** The log carries an entry until it is known to be projected: the key keeps a take from being written twice. */
const noteTakes = (sql: Sql, { id, log }: Conversation): void => {
  for (const entry of log) {
    if (entry.kind !== 'move' || entry.move.kind !== 'taken') continue;
    const row = { at: entry.at, act: 'taken', by: entry.move.agent.id, on: id } as const;
    note(sql, row, `taken:${id}:${entry.seq}`);
  }
};

const columns = (conversation: Conversation) => {
  const { id, rev, epoch, due, holder, danger, updatedAt } = conversation;
  const doc = asDocument(id, conversation);
  const place = placeOf(holder) ?? updatedAt;
  return [rev, epoch, due, holder.kind, danger ? 1 : 0, place, updatedAt, doc] as const;
};

const placeOf = (holder: Holder): number | undefined => {
  if (holder.kind === 'bot') return undefined;
  return holder.kind === 'queue' ? queuePlace(holder) : holder.since;
};
