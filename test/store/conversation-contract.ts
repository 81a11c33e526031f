import { expect, test } from 'vitest';
import type { Conversation, Holder, Store } from '../../bot/index.ts';
import { aConversation, anInbound, heldBy, NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

const LEASE = 30_000;

const claimFor = (store: Store, owner: string, now = NINE, id = 'c1') =>
  store.claim({ fresh: aConversation(id), owner, until: now + LEASE, now });

const put = async (store: Store, id: string, changes: Partial<Conversation>): Promise<void> => {
  const now = NINE;
  const claimed = await store.claim({ fresh: aConversation(id), owner: 'setup', until: now, now });
  const { rev = 0, epoch = 0 } = claimed ?? {};
  const next = { ...aConversation(id), ...changes, rev: rev + 1, epoch };
  expect(await store.save(next, { rev, epoch })).toBe(true);
};

const idsOf = (conversations: readonly Conversation[]): readonly string[] =>
  conversations.map(({ id }) => id);

/** The promises about who may write a conversation, and how it is found. */
export const conversationContract = (open: Open): void => {
  test('a conversation that is not there is created as fresh, under a lease', async () => {
    const store = await open();
    expect(await store.conversation('c1')).toBeUndefined();
    const claimed = await claimFor(store, 'one');
    expect(claimed).toEqual({
      ...aConversation('c1'),
      rev: 1,
      epoch: 1,
      lease: { owner: 'one', until: NINE + LEASE },
    });
    expect(await store.conversation('c1')).toEqual(claimed);
  });

  test('a lease keeps others out until it is over, and its owner may take it again', async () => {
    const store = await open();
    await claimFor(store, 'one');
    expect(await claimFor(store, 'two')).toBeUndefined();
    expect(await claimFor(store, 'two', NINE + LEASE - 1)).toBeUndefined();
    expect(await claimFor(store, 'one', NINE + 1)).toMatchObject({ rev: 2, epoch: 2 });
    expect(await claimFor(store, 'two', NINE + 1 + LEASE)).toMatchObject({ rev: 3, epoch: 3 });
    expect(await claimFor(store, 'one', NINE + 2 + LEASE)).toBeUndefined();
  });

  test('a claim keeps everything but rev, epoch and lease of the stored document', async () => {
    const store = await open();
    await put(store, 'c1', { lastText: 'la fuite', seq: 9, due: NINE + 5 });
    expect(await claimFor(store, 'one')).toMatchObject({
      lastText: 'la fuite',
      seq: 9,
      due: NINE + 5,
    });
  });

  test('a lease that was given back is free', async () => {
    const store = await open();
    const claimed = await claimFor(store, 'one');
    const { lease: _lease, ...rest } = claimed ?? aConversation('c1');
    expect(await store.save({ ...rest, rev: 2 }, { rev: 1, epoch: 1 })).toBe(true);
    expect(await claimFor(store, 'two')).toMatchObject({ epoch: 2, lease: { owner: 'two' } });
  });

  test('a write with an old rev, an old epoch or no document writes nothing', async () => {
    const store = await open();
    const first = await claimFor(store, 'one');
    const second = await claimFor(store, 'one');
    const next = { ...aConversation('c1'), lastText: 'no' };
    expect(await store.save({ ...next, rev: 2, epoch: 1 }, { rev: 1, epoch: 1 })).toBe(false);
    expect(await store.save({ ...next, rev: 3, epoch: 1 }, { rev: 2, epoch: 1 })).toBe(false);
    const elsewhere = { ...next, id: 'nowhere', rev: 3, epoch: 2 };
    expect(await store.save(elsewhere, { rev: 2, epoch: 2 })).toBe(false);
    expect(first?.epoch).toBe(1);
    expect(await store.conversation('c1')).toEqual(second);
    expect(await store.conversation('nowhere')).toBeUndefined();
  });

  test('a write that would not count itself is refused', async () => {
    const store = await open();
    const claimed = (await claimFor(store, 'one')) ?? aConversation('c1');
    await expect(store.save(claimed, { rev: 1, epoch: 1 })).rejects.toMatchObject({
      code: 'store-refused',
    });
  });

  test('the queue is told danger first, then who has waited longest', async () => {
    const store = await open();
    await put(store, 'late', { holder: heldBy('queue', 9) });
    await put(store, 'early', { holder: heldBy('queue', 1), updatedAt: NINE + 99 });
    await put(store, 'danger-late', { holder: heldBy('queue', 8), danger: true });
    await put(store, 'danger-early', { holder: heldBy('queue', 7), danger: true });
    await put(store, 'elsewhere', { holder: heldBy('agent'), danger: true });
    const order = ['danger-early', 'danger-late', 'early', 'late'];
    expect(idsOf(await store.conversationsHeldBy('queue', 10))).toEqual(order);
    expect(idsOf(await store.conversationsHeldBy('queue', 3))).toEqual(order.slice(0, 3));
  });

  test('whose agent is gone waits at the front, but not before a danger', async () => {
    const store = await open();
    const gone = { kind: 'queue', reason: 'agent_gone', since: NINE + 60_000 } as const;
    await put(store, 'early', { holder: heldBy('queue') });
    await put(store, 'gone-late', { holder: { ...gone, since: gone.since + 1 } });
    await put(store, 'gone', { holder: gone });
    await put(store, 'danger', { holder: heldBy('queue', 9), danger: true });
    const order = ['danger', 'gone', 'gone-late', 'early'];
    expect(idsOf(await store.conversationsHeldBy('queue', 10))).toEqual(order);
  });

  test.each(['bot', 'agent', 'closed'] as const)('held by %s: the newest first', async (kind) => {
    const store = await open();
    await put(store, 'old', { holder: heldBy(kind, 5), updatedAt: NINE + 1 });
    await put(store, 'new', { holder: heldBy(kind, 1), updatedAt: NINE + 2, danger: true });
    await put(store, 'other', { holder: heldBy('queue') });
    expect(idsOf(await store.conversationsHeldBy(kind, 10))).toEqual(['new', 'old']);
    expect(idsOf(await store.conversationsHeldBy(kind, 1))).toEqual(['new']);
  });

  test('every kind of holder is counted, those with none too', async () => {
    const store = await open();
    expect(await store.countByHolder()).toEqual({ bot: 0, queue: 0, agent: 0, closed: 0 });
    const kinds: readonly Holder['kind'][] = ['bot', 'queue', 'queue', 'closed'];
    for (const [n, kind] of kinds.entries()) await put(store, `c${n}`, { holder: heldBy(kind) });
    await put(store, 'c0', { holder: heldBy('queue') });
    expect(await store.countByHolder()).toEqual({ bot: 0, queue: 3, agent: 0, closed: 1 });
  });

  test('work is what is due and what came in and was not done, once each, oldest first', async () => {
    const store = await open();
    await put(store, 'due', { due: NINE });
    await put(store, 'later', { due: NINE + 1 });
    await put(store, 'resting', {});
    await store.addInbound(anInbound('web:1', 'waiting', NINE - 5));
    await store.addInbound(anInbound('web:2', 'due', NINE - 9));
    await store.addInbound(anInbound('web:3', 'young', NINE + 1));
    await store.addInbound(anInbound('web:4', 'finished', NINE - 7));
    await store.finishInbound([{ id: 'web:4' }], NINE);
    const work = { now: NINE, since: NINE, limit: 10 };
    expect(await store.findWork(work)).toEqual(['due', 'waiting']);
    expect(await store.findWork({ ...work, limit: 1 })).toEqual(['due']);
    expect(await store.findWork({ ...work, now: NINE - 1 })).toEqual(['due', 'waiting']);
    expect(await store.findWork({ ...work, since: NINE - 10 })).toEqual(['due']);
    expect(await store.findWork({ now: NINE + 1, since: NINE + 1, limit: 10 })).toEqual([
      'due',
      'waiting',
      'later',
      'young',
    ]);
  });
};
