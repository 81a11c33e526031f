import type { Router } from 'express';
import { z } from 'zod';
import type { Account, Store, StoredAudit } from '../bot/index.ts';
import { type Door, type Entry, refuse } from './door.ts';

/** Rows in one answer; the page asks again before the last one. */
const MOST_ROWS = 100;

const BEFORE = z.object({ before: z.coerce.number().int().min(1).optional() });

type Tools = { readonly store: Store };
type AtDesk = Entry<{ readonly kind: 'desk' }>;

/** Adds what administrators read of what was done at the desk. */
export const addAuditRoutes = (router: Router, door: Door, tools: Tools): void => {
  const find = () => ({ kind: 'desk' }) as const;
  const answer = (call: AtDesk) => read(tools, call);
  router.get('/api/desk/audit', door({ action: 'read_audit', find, answer }));
};

const read = async ({ store }: Tools, { request, response }: AtDesk): Promise<void> => {
  const asked = BEFORE.safeParse(request.query);
  if (!asked.success) return refuse(response, 400, 'bad_before');
  const [rows, accounts] = await Promise.all([
    store.audit(asked.data.before, MOST_ROWS),
    store.accounts(),
  ]);
  const names = new Map(accounts.map((account) => [account.id, account]));
  response.json({
    rows: rows.map((row) => shownRow(row, names)),
    more: rows.length === MOST_ROWS,
  });
};

/** A row with the names its accounts have today. */
const shownRow = ({ by, on, ...row }: StoredAudit, names: ReadonlyMap<string, Account>) => ({
  ...row,
  ...(by === undefined ? {} : { by: named(by, names) }),
  ...(on === undefined ? {} : { on: named(on, names) }),
});

const named = (id: string, names: ReadonlyMap<string, Account>) => {
  const name = names.get(id)?.name;
  return name === undefined ? { id } : { id, name };
};
