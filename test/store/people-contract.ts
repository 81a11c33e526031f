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

  test('who somebody is for an organisation belongs to one account', async () => {
    const store = await open();
    const external = '["https://issuer","sub"]';
    expect(await store.saveAccount({ ...KARIM, external })).toBe(true);
    expect(await store.saveAccount({ ...ZOE, external })).toBe(false);
    expect(await store.saveAccount(ZOE)).toBe(true);
    expect(await store.accountByExternal(external)).toEqual({ ...KARIM, external });
    expect(await store.accountByExternal('another')).toBeUndefined();
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

  test('a change touches the facts it names and leaves what others changed meanwhile', async () => {
    const store = await open();
    await store.saveAccount(KARIM);
    const told = await Promise.all([
      store.changeAccount({ id: 'a1', set: { role: 'supervisor' } }),
      store.changeAccount({ id: 'a1', set: { password: 'scrypt$…' } }),
      store.changeAccount({ id: 'nobody', set: { disabled: true } }),
    ]);
    expect(told).toEqual(['changed', 'changed', 'absent']);
    const changed = { ...KARIM, role: 'supervisor', password: 'scrypt$…' };
    expect(await store.account('a1')).toEqual(changed);
    await store.changeAccount({ id: 'a1', set: { password: undefined } });
    expect(await store.account('a1')).toEqual({ ...KARIM, role: 'supervisor' });
  });

  test('a change that expects something else is not made', async () => {
    const store = await open();
    await store.saveAccount(KARIM);
    const choose = (password: string) =>
      store.changeAccount({ id: 'a1', set: { password }, expect: { password: undefined } });
    expect(await Promise.all([choose('one'), choose('two')])).toEqual(['changed', 'stale']);
    expect(await store.account('a1')).toMatchObject({ password: 'one' });
  });

  test('the last who administers stays one, whoever asks at the same moment', async () => {
    const store = await open();
    await store.saveAccount({ ...ZOE, password: 'scrypt$…' });
    await store.saveAccount({ ...KARIM, role: 'admin', password: 'scrypt$…' });
    // Invited and never come, or closed: they administer nothing.
    await store.saveAccount({ ...ZOE, id: 'a3', email: 'c@exemple.fr' });
    const closed = {
      ...ZOE,
      id: 'a4',
      email: 'd@exemple.fr',
      password: 'x',
      disabled: true,
    } as const;
    await store.saveAccount(closed);
    const audit = { at: NINE, act: 'account_closed' } as const;
    const leave = (id: string) =>
      store.changeAccount({ id, set: { disabled: true }, keepAdministrator: true, audit });
    const told = await Promise.all([leave('a1'), leave('a2')]);
    expect([...told].sort()).toEqual(['changed', 'last_administrator']);
    expect(await store.audit(undefined, 9)).toHaveLength(1);
  });

  test('sessions are listed by their person, and end with a change that says so, but for one', async () => {
    const store = await open();
    await store.saveAccount(KARIM);
    await store.addSession({ ...BROWSER, browser: 'Firefox, Linux' });
    await store.addSession({ ...BROWSER, id: 's2', createdAt: NINE + 1 });
    await store.addSession({ ...BROWSER, id: 's3', account: 'a2' });
    const ids = async (account: string) => (await store.sessionsOf(account)).map(({ id }) => id);
    expect(await ids('a1')).toEqual(['s2', 's1']);
    expect((await store.session('s1'))?.browser).toBe('Firefox, Linux');
    const stale = { password: 'other' };
    await store.changeAccount({ id: 'a1', set: {}, expect: stale, endSessions: {} });
    expect(await ids('a1')).toEqual(['s2', 's1']);
    await store.changeAccount({ id: 'a1', set: {}, endSessions: { except: 's1' } });
    expect([await ids('a1'), await ids('a2')]).toEqual([['s1'], ['s3']]);
    await store.changeAccount({ id: 'a1', set: {}, endSessions: {} });
    expect(await ids('a1')).toEqual([]);
  });
};
