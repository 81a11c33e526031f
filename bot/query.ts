import type { Incident, IncidentEvent } from './incident.ts';
import type { PlaceMatch } from './place.ts';

/** A fact from outside that a dialog needs before it can go on. */
export type Query =
  /** Which places may this text mean? */
  | { readonly kind: 'place'; readonly text: string }
  /** A fresh incident code, reserved for the n-th incident (from 0) of this conversation. */
  | { readonly kind: 'code'; readonly n: number }
  /** What became of the incident with this code? */
  | { readonly kind: 'incident'; readonly code: string };

/** The answer to a query of the same kind. */
export type Answer =
  | { readonly kind: 'place'; readonly matches: readonly PlaceMatch[] }
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'incident';
      readonly incident?: Incident;
      readonly events: readonly IncidentEvent[];
    };

/** Finds facts for dialogs; asking twice within one turn gives the same answer. */
export type Lookup = (query: Query, conversation: string) => Promise<Answer>;

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
