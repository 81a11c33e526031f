import type { Tenant } from '../bot/index.ts';
import { isSameText } from './same-text.ts';
import type { Seals } from './seals.ts';

/** What somebody who names a lease shows beside it: the holder's birth date (YYYY-MM-DD), or a confirmed telephone. */
export type Factor = { readonly birth: string } | { readonly phone: string };

/** Who holds which lease. */
export type LeaseBook = {
  /** The holder whom the factor fits. The same hashes are made and compared whether the lease exists or not. */
  readonly holder: (lease: string, factor: Factor) => string | undefined;
};

/** Nobody: stands where a lease has fewer holders than the one with the most. */
const DECOY: Tenant = { id: '', name: '', dwelling: '' };

/** Builds the book of an estate. */
export const createLeaseBook = (tenants: readonly Tenant[], seals: Seals): LeaseBook => {
  const book = new Map<string, readonly Tenant[]>();
  for (const tenant of tenants) {
    const lease = plainLease(tenant.lease ?? tenant.id);
    book.set(lease, [...(book.get(lease) ?? []), tenant]);
  }
  const most = Math.max(1, ...[...book.values()].map(({ length }) => length));
  return {
    holder: (lease, factor) => {
      const holders = book.get(plainLease(lease)) ?? [];
      const tried = Array.from({ length: most }, (_, n) => holders[n] ?? DECOY);
      const fitting = tried.filter((tenant) => fits(seals, tenant, factor));
      return fitting.find((tenant) => tenant !== DECOY)?.id;
    },
  };
};

/** A lease number without what people put between or before its figures: `L-0048 2137` is `L00482137`, `048` is `48`. */
export const plainLease = (written: string): string =>
  written
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    .replace(/^0+(?=.)/, '');

/** Both hashes are made and compared also where there is nothing to compare with. */
const fits = (seals: Seals, { id, birth, phone }: Tenant, factor: Factor): boolean => {
  const byBirth = 'birth' in factor;
  const shown = byBirth ? seals.birth(id, factor.birth) : seals.phone(factor.phone);
  const kept = byBirth ? (birth ?? '') : seals.phone(phone ?? '');
  const known = byBirth ? birth !== undefined : phone !== undefined;
  return isSameText(shown, kept) && known;
};
