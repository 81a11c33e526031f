import type { Instant } from './clock.ts';
import type { Incident, IncidentEvent } from './incident.ts';
import type { Photo } from './message.ts';
import type { Slots } from './understanding.ts';

/** What somebody who knows an incident's code may see of it. */
export type IncidentView = {
  readonly code: string;
  /** Absent when even the subject could harm the tenant on a screen that others see. */
  readonly intent?: string;
  readonly status: Incident['status'];
  readonly openedAt: Instant;
  readonly due: Instant;
  /** What happened, oldest first, without what was said. */
  readonly steps: readonly Pick<IncidentEvent, 'at' | 'by' | 'kind'>[];
  /** Whether there is a postcode or phone number that could prove anything. */
  readonly provable: boolean;
  /** Only for those who also know the postcode or the phone number. */
  readonly personal?: PersonalView;
};

/** The part of an incident that tells where somebody lives and what they said. */
export type PersonalView = {
  readonly place?: string;
  readonly phone?: string;
  readonly slots: Slots;
  readonly photos: readonly Photo[];
};

/** Decides what is shown; `proof` is a postcode or phone number as it was typed. */
export type ViewIncident = (shown: {
  readonly incident: Incident;
  readonly events: readonly IncidentEvent[];
  readonly proof?: string;
}) => IncidentView;
