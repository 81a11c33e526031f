import type { Instant } from './clock.ts';
import type { Language } from './language.ts';

/** Something an agent may want to tell a tenant, in the tenant's language; nothing is sent by itself. */
export type Suggestion = {
  readonly about: 'pays' | 'delay' | 'proof';
  readonly text: string;
};

/** What could be told about a request; `due` once it is registered. Nothing in a danger: there a human speaks freely. */
export type Suggest = (subject: {
  readonly intent: string;
  readonly language: Language;
  readonly now: Instant;
  readonly due?: Instant;
}) => readonly Suggestion[];
