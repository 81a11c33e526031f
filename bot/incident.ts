import type { Instant } from './clock.ts';
import type { Language } from './language.ts';
import type { Channel, Photo } from './message.ts';
import type { Slots } from './understanding.ts';

/** How fast the landlord acts, from life safety (P0) to planned work (P4); A1 and A2 are administrative. */
export type Priority = 'P0' | 'P1' | 'P2' | 'P3' | 'P4' | 'A1' | 'A2';

/** Where an incident is, as it was confirmed by the tenant; `id` only when it is a known place. */
export type IncidentPlace = {
  readonly id?: string;
  readonly label: string;
  readonly postcode?: string;
};

/** One thing a tenant wants acted on; the current state, folded from its events. */
export type Incident = {
  /** `<conversation>:<n>`, n from 1 in the order they were opened. */
  readonly id: string;
  /** Six letters without look-alikes, unique, told to the tenant. */
  readonly code: string;
  readonly conversation: string;
  readonly channel: Channel;
  readonly language: Language;
  readonly intent: string;
  readonly priority: Priority;
  readonly place?: IncidentPlace;
  /** E.164 or as typed; a personal detail. */
  readonly phone?: string;
  readonly slots: Slots;
  readonly photos: readonly Photo[];
  readonly openedAt: Instant;
  readonly due: Instant;
  readonly status: 'received';
  /** How many events it is folded from. */
  readonly events: number;
};

/** One fact in the life of an incident; never edited, never deleted. */
export type IncidentEvent = {
  /** `<incident>:<n>`, n from 1. */
  readonly id: string;
  readonly incident: string;
  readonly at: Instant;
  readonly by: 'tenant' | 'bot' | 'agent';
  readonly channel: Channel;
  readonly kind:
    | 'opened'
    | 'corrected'
    | 'photo'
    | 'reminder'
    | 'appointment'
    | 'note'
    | 'identity';
  /** What changed: slot ids to values, or photo ids. */
  readonly data: Readonly<Record<string, string>>;
};

/** An event together with the state it leads to. */
export type IncidentChange = { readonly incident: Incident; readonly event: IncidentEvent };

/** What priority and date a set of facts deserves. */
export type Qualification = {
  readonly priority: Priority;
  readonly due: Instant;
  /** The facts make it another intent: someone is in the lift, the damp is a leak. */
  readonly route?: string;
  /** A human has to look at it before anything is decided. */
  readonly review: boolean;
};

/** Decides priority and due date from facts alone; the one source of every stated delay. */
export type Qualify = (facts: {
  readonly intent: string;
  readonly slots: Slots;
  readonly now: Instant;
}) => Qualification;
