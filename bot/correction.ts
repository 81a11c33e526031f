import type { Instant } from './clock.ts';
import type { Language } from './language.ts';

/** How far a correction got: marked by an agent, then approved or rejected by a supervisor. */
export type CorrectionState = 'pending' | 'approved' | 'rejected';

/** What an agent says a message of a tenant meant; an example to learn from once it is approved. */
export type Correction = {
  readonly id: string;
  readonly conversation: string;
  /** The message's place in the transcript; a message has one correction, the last one. */
  readonly seq: number;
  /** What was written, without numbers that belong to a person. */
  readonly text: string;
  readonly lang: Language;
  /** What it meant, one at least. */
  readonly intents: readonly string[];
  /** One of them is a danger. */
  readonly danger: boolean;
  /** The account that marked it. */
  readonly by: string;
  readonly at: Instant;
  readonly state: CorrectionState;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
};

/** A correction as the store gives it back; `place` counts up with the first mark of each message. */
export type StoredCorrection = Correction & { readonly place: number };
