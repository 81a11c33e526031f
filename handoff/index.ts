export { createDesk, type Desk } from './create-desk.ts';
export { firstAdministrator } from './first-administrator.ts';
export type { OidcSettings } from './oidc.ts';
