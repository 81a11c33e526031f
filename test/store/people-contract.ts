import { expect, test } from 'vitest';
import type { Account } from '../../bot/index.ts';
import { NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

const KARIM: Account = { id: 'a1', email: 'karim@exemple.fr', name: 'Karim', role: 'agent' };
const ZOE: Account = { id: 'a2', email: 'zoe@exemple.fr', name: 'Zoé', role: 'admin' };
const BROWSER = { id: 's1', account: 'a1', createdAt: NINE, expiresAt: NINE + 60_000 };

/** The promises about agents and their signed-in browsers. */
export const peopleContract = (open: Open): void => {
  test('an account is found by id and by e-mail address, and changed under its id', async () => {
    const store = await open();
    expect(await store.saveAccount(KARIM)).toBe(true);
    expect(await store.account('a1')).toEqual(KARIM);
    const moved = { ...KARIM, email: 'k@exemple.fr', password: 'scrypt$…' };
    expect(await store.saveAccount(moved)).toBe(true);
    expect(await store.accountByEmail('k@exemple.fr')).toEqual(moved);
    expect(await store.accountByEmail('karim@exemple.fr')).toBeUndefined();
    expect(await store.accounts()).toEqual([moved]);
  });

  test('an e-mail address belongs to one account, in capitals too', async () => {
    const store = await open();
    await store.saveAccount(KARIM);
    expect(await store.saveAccount({ ...ZOE, email: KARIM.email })).toBe(false);
    expect(await store.saveAccount({ ...ZOE, email: 'KARIM@exemple.fr' })).toBe(false);
    expect(await store.account('a2')).toBeUndefined();
    expect(await store.accountByEmail('Karim@Exemple.fr')).toEqual(KARIM);
  });

  test('of two accounts asking for one address at once, one gets it', async () => {
    const store = await open();
    const told = await Promise.all([
      store.saveAccount(KARIM),
      store.saveAccount({ ...ZOE, email: KARIM.email }),
    ]);
    expect([...told].sort()).toEqual([false, true]);
    expect(await store.accounts()).toHaveLength(1);
  });

  test('accounts that are not there are not found', async () => {
    const store = await open();
    expect(await store.account('a1')).toBeUndefined();
    expect(await store.accountByEmail('a@b.fr')).toBeUndefined();
    expect(await store.accounts()).toEqual([]);
  });

  test('a session lasts until it is dropped, and its end can be moved', async () => {
    const store = await open();
    await store.addSession(BROWSER);
    expect(await store.session('s1')).toEqual(BROWSER);
    await store.extendSession('s1', NINE + 90_000);
    expect(await store.session('s1')).toEqual({ ...BROWSER, expiresAt: NINE + 90_000 });
    await store.dropSession('s1');
    expect(await store.session('s1')).toBeUndefined();
  });

  test('a session that is gone is not brought back', async () => {
    const store = await open();
    await store.extendSession('s1', NINE);
    await store.dropSession('s1');
    expect(await store.session('s1')).toBeUndefined();
  });

  test('a new session leaves the others that still run', async () => {
    const store = await open();
    await store.addSession(BROWSER);
    await store.addSession({ ...BROWSER, id: 's2', createdAt: NINE + 59_999 });
    expect(await store.session('s1')).toEqual(BROWSER);
  });
};
