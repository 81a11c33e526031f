import type { Instant } from './clock.ts';
import type { Incident, IncidentEvent } from './incident.ts';
import type { PlaceMatch } from './place.ts';

/** A fact from outside that a dialog needs before it can go on. */
export type Query =
  /** Which places may this text mean? */
  | { readonly kind: 'place'; readonly text: string }
  /** A fresh incident code, reserved for the n-th incident (from 0) of this conversation. */
  | { readonly kind: 'code'; readonly n: number }
  /** What became of the incident with this code? */
  | { readonly kind: 'incident'; readonly code: string }
  /** May the n-th code (from 0) of this conversation be sent to the telephone that was written like this? */
  | { readonly kind: 'may_text'; readonly n: number; readonly phone: string }
  /** Is this the n-th code that was sent to `to`? */
  | { readonly kind: 'code_sent'; readonly n: number; readonly to: string; readonly typed: string }
  /** The n-th try (from 0) to show who speaks: a lease with a birth date (YYYY-MM-DD) or a confirmed telephone (E.164). */
  | ({ readonly kind: 'holder'; readonly n: number; readonly lease: string } & (
      | { readonly birth: string }
      | { readonly phone: string }
    ))
  /** How does it stand at the desk, for somebody who waits or is about to? */
  | { readonly kind: 'desk' };

/** The answer to a query of the same kind. */
export type Answer =
  | { readonly kind: 'place'; readonly matches: readonly PlaceMatch[] }
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'incident';
      readonly incident?: Incident;
      readonly events: readonly IncidentEvent[];
    }
  /** E.164; absent when no code can be sent to it now, whatever the reason. */
  | { readonly kind: 'may_text'; readonly to?: string }
  | { readonly kind: 'code_sent'; readonly right: boolean }
  /** The tenant who holds the lease; absent when it is not shown, whatever the reason. */
  | { readonly kind: 'holder'; readonly tenant?: string }
  | {
      readonly kind: 'desk';
      /** When it opens next; nothing while it is open. */
      readonly opens?: Instant;
      /** Conversations that are answered before this one. */
      readonly ahead: number;
      /** The ids of the agents who are there. */
      readonly online: readonly string[];
      /** A danger was said in this conversation. */
      readonly danger: boolean;
    };

/** When a fact is looked up, and the network of whoever asks, as a keyed hash, where it is known. */
export type Asker = { readonly now: Instant; readonly network?: string };

/** Finds facts for dialogs; asking twice within one turn gives the same answer. */
export type Lookup = (query: Query, conversation: string, asker: Asker) => Promise<Answer>;

/** The answers found so far in this turn. */
export type Known = <K extends Query['kind']>(
  query: Extract<Query, { kind: K }>,
) => Extract<Answer, { kind: K }> | undefined;

/** Makes a `Known` of any source of answers; an answer of another kind than the query does not count. */
export const knownBy =
  (find: (query: Query) => Answer | undefined): Known =>
  (query) => {
    const answer = find(query);
    return answer !== undefined && answersTo(answer, query) ? answer : undefined;
  };

const answersTo = <K extends Query['kind']>(
  answer: Answer,
  query: Extract<Query, { kind: K }>,
): answer is Extract<Answer, { kind: K }> => answer.kind === query.kind;
