import type { Instant } from './clock.ts';
import type { Priority } from './incident.ts';
import type { Language } from './language.ts';

/** One button: what it shows and what it stands for. */
export type Choice = { readonly title: string; readonly value: string };

/** The incident that a reply confirms. */
export type Receipt = {
  readonly code: string;
  readonly intent: string;
  readonly priority: Priority;
  /** By when the landlord promised to act. */
  readonly due: Instant;
};

/** One thing said to a tenant; the channel renders it. Plain text, line breaks allowed. */
export type Reply = {
  readonly text: string;
  readonly language: Language;
  /** The language of the text, ISO 639-1, when it is neither French nor English. */
  readonly lang?: string;
  readonly choices?: readonly Choice[];
  /** The slot this reply asks for. */
  readonly ask?: string;
  readonly incident?: Receipt;
  /** The safety text this reply is, by its id in the content. */
  readonly safety?: string;
  /** Nothing of it may show outside the conversation: no preview, no title, nothing read aloud. */
  readonly discreet?: true;
};
