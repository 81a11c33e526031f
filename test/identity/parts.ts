import type { Store, Tenant } from '../../bot/index.ts';
import { createIdentityChecks, createSeals } from '../../identity/index.ts';
import { readMobile } from '../../incidents/index.ts';

export const SEALS = createSeals('a key of the test, thirty-two characters or more');

const awa = { id: 'T1', name: 'Awa Sow', dwelling: 'D1', phone: '+33639980001', lease: '00482137' };

/** Awa holds a lease alone, Jean and Rosa hold one together, Luc has none of the new columns. */
export const TENANTS: readonly Tenant[] = [
  { ...awa, birth: SEALS.birth('T1', '1984-03-14') },
  {
    ...awa,
    id: 'T2',
    lease: 'B-77',
    phone: '+33639980002',
    birth: SEALS.birth('T2', '1950-01-02'),
  },
  {
    ...awa,
    id: 'T3',
    lease: 'B-77',
    phone: '+33639980003',
    birth: SEALS.birth('T3', '1952-05-06'),
  },
  { id: 'L0099', name: 'Luc Petit', dwelling: 'D3' },
];

/** The checks of that landlord on a store. */
export const checksOn = (store: Pick<Store, 'countTry'>, canText = true) =>
  createIdentityChecks({ store, readMobile, canText, seals: SEALS, tenants: TENANTS });
