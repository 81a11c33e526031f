export { createIdentityChecks, type IdentityChecks } from './checks.ts';
export { createLeaseBook, type LeaseBook } from './lease-book.ts';
export { sealEstate } from './seal-estate.ts';
export { createSeals, type Seals } from './seals.ts';
