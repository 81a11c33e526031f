import type { Estate, ReadEstate } from '../bot/index.ts';
import type { Seals } from './seals.ts';

/** An estate as it may be kept: birth dates only as keyed hashes. */
export const sealEstate = ({ places, tenants }: ReadEstate, { birth }: Seals): Estate => ({
  places,
  tenants: tenants.map(({ birthDate, ...tenant }) =>
    birthDate === undefined ? tenant : { ...tenant, birth: birth(tenant.id, birthDate) },
  ),
});
