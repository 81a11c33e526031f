import { expect, test } from 'vitest';
import type { Account, AuditRow, Store } from '../../bot/index.ts';
import { aConversation, NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

const DAY = 24 * 60 * 60_000;
const KARIM: Account = { id: 'a1', email: 'karim@exemple.fr', name: 'Karim', role: 'agent' };
const ROW: AuditRow = { at: NINE, act: 'signed_in', by: 'a1', detail: 'password', from: '::1' };
const BROWSER = { id: 's1', account: 'a1', createdAt: NINE, expiresAt: NINE + 60_000 };

const actsOf = async (store: Store): Promise<readonly string[]> =>
  (await store.audit(undefined, 100)).map(({ act }) => act).reverse();

/** The promises about what is written down of what people do. */
export const auditContract = (open: Open): void => {
  test('rows come newest first, a page at a time', async () => {
    const store = await open();
    for (const by of ['a1', 'a2', 'a3']) await store.addAudit({ ...ROW, by });
    const first = await store.audit(undefined, 2);
    expect(first.map(({ by }) => by)).toEqual(['a3', 'a2']);
    const rest = await store.audit(first.at(-1)?.place, 2);
    expect(rest).toEqual([{ ...ROW, place: 1 }]);
  });

  test('a row is kept for a year and forgotten after it', async () => {
    const store = await open();
    await store.addAudit({ ...ROW, by: 'old' });
    await store.addAudit({ ...ROW, at: NINE + 365 * DAY, by: 'year' });
    expect(await store.audit(undefined, 9)).toHaveLength(2);
    await store.addAudit({ ...ROW, at: NINE + 365 * DAY + 1, by: 'later' });
    const rows = await store.audit(undefined, 9);
    expect(rows.map(({ by }) => by)).toEqual(['later', 'year']);
  });

  test('a change and its row are kept together, or neither is', async () => {
    const store = await open();
    await store.saveAccount(KARIM, { ...ROW, act: 'invited' });
    const taken = { ...KARIM, id: 'a2' };
    expect(await store.saveAccount(taken, { ...ROW, act: 'invited', on: 'a2' })).toBe(false);
    await store.addSession(BROWSER, ROW);
    await store.dropSession('s1', { ...ROW, act: 'signed_out' });
    await store.dropSession('s1', { ...ROW, act: 'signed_out' });
    expect(await actsOf(store)).toEqual(['invited', 'signed_in', 'signed_out']);
  });

  test('a take is written once, with the document that carries it and never without', async () => {
    const store = await open();
    const claim = { owner: 'one', until: NINE, now: NINE };
    const held = await store.claim({ fresh: aConversation('c1'), ...claim });
    if (held === undefined) throw new Error('The conversation was not claimed.');
    const agent = { id: 'a1', name: 'Karim' };
    const log = [{ seq: 1, at: NINE, kind: 'move', move: { kind: 'taken', agent } }] as const;
    const saved = { ...held, log, rev: held.rev + 9 };
    expect(await store.save(saved, { ...held, rev: held.rev + 1 })).toBe(false);
    expect(await actsOf(store)).toEqual([]);
    await store.save(saved, held);
    await store.save({ ...saved, rev: saved.rev + 1 }, saved);
    const rows = await store.audit(undefined, 9);
    expect(rows).toEqual([{ place: 1, at: NINE, act: 'taken', by: 'a1', on: 'c1' }]);
  });
};
