/** "Conversation X is at revision N": a hint, never content. A lost hint costs time, never a message. */
export type Hint = { readonly conversation: string; readonly rev: number };

/** Tells listeners that something changed; they pull what they miss. */
export type Bus = {
  readonly ring: (hint: Hint) => void;
  /** The returned function stops listening. */
  readonly listen: (hear: (hint: Hint) => void) => () => void;
};
