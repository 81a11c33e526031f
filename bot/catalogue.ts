import type { IdentityLevel } from './identity.ts';
import type { Priority } from './incident.ts';
import type { Translated } from './language.ts';

/** True when the slot has one of the values, or is a number below `below`; `season` compares with the date. */
export type Condition =
  | { readonly slot: string; readonly is: readonly string[] }
  | { readonly slot: string; readonly below: number }
  | { readonly season: 'heating' | 'other' };

/** When every condition of one of the `when` groups holds, the priority or the intent changes. */
export type PriorityRule = {
  readonly when: readonly (readonly Condition[])[];
  readonly priority?: Priority;
  readonly route?: string;
  readonly review?: boolean;
};

/** A delay the landlord promises, in clock hours or in working days (then due at the end of that day). */
export type Delay = { readonly hours: number } | { readonly workingDays: number };

/** What Loge knows of one intent: data, never code. */
export type IntentCard = {
  readonly id: string;
  readonly domain:
    | 'emergency'
    | 'technical_dwelling'
    | 'technical_common'
    | 'neighbourhood'
    | 'admin'
    | 'service';
  /** As a heading: "Fuite d'eau". */
  readonly name: Translated;
  readonly priority: Priority;
  /** First rule that applies wins. */
  readonly rules: readonly PriorityRule[];
  readonly delays: Readonly<Partial<Record<Priority, Delay>>>;
  readonly slots: { readonly required: readonly string[]; readonly optional: readonly string[] };
  /** The safety or first-aid text that is said at once, when there is one. */
  readonly safety?: string;
  readonly confusable: readonly string[];
  /** How surely it must be known who asks before anything personal is sent. */
  readonly level: IdentityLevel;
};

/** All intents by id. */
export type Catalogue = ReadonlyMap<string, IntentCard>;
