import type { Instant } from './clock.ts';

/** What people do at the desk that is written down. */
export const AUDIT_ACTS = [
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'session_ended',
  'invited',
  'joined',
  'role_changed',
  'account_closed',
  'account_opened',
  'second_factor_set',
  'second_factor_removed',
  'recovery_code_used',
  'set_by_settings',
  'taken',
  'corrected',
  'correction_approved',
  'correction_rejected',
  'exported',
  'refused',
] as const;

/** One of these. */
export type AuditAct = (typeof AUDIT_ACTS)[number];

/**
 * One thing somebody did at the desk, kept for a year and never changed.
 * It holds ids and words of ours, and nothing that a tenant or an agent wrote.
 */
export type AuditRow = {
  readonly at: Instant;
  readonly act: AuditAct;
  /** The account that did it; absent for a stranger and for the settings. */
  readonly by?: string;
  /** The account or the conversation it was done to. */
  readonly on?: string;
  /** A word of ours: a role, a way of signing in, an action of the desk. */
  readonly detail?: string;
  /** The network address it came from. */
  readonly from?: string;
};

/** A row as the store gives it back; `place` counts up. */
export type StoredAudit = AuditRow & { readonly place: number };
