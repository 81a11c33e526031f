import type { NetworkPlan } from './train-network.ts';

/** How much is learned: which features, how large the networks are, how long they learn and how much they forget. */
export type Plan = {
  /** A feature seen less often says nothing; among few texts twice is enough. */
  readonly seenEnough: number;
  readonly network: Omit<NetworkPlan, 'seed'>;
  /** How many meaningless texts are made for each real one, and the share of them that are two halves of real ones. */
  readonly strangers: { readonly share: number; readonly halves: number };
  /** How it is tried out what the classifier does not know, each time from the start. */
  readonly trials: readonly Hiding[];
};

/** What is kept from a classifier that is tried out: intents and writers, one in so many, counted from a first one. */
export type Hiding = { readonly intents: Counted; readonly voices: Counted };
type Counted = { readonly oneIn: number; readonly from: number };

/** Enough for the intents of a landlord; it answers in well under a millisecond and learns in a minute. */
export const SMALL: Plan = {
  seenEnough: 4,
  network: { width: 64, epochs: 7, forget: 0.5, misspelt: 0.5, rate: 0.1 },
  strangers: { share: 0.15, halves: 0 },
  trials: [{ intents: { oneIn: 7, from: 3 }, voices: { oneIn: 5, from: 0 } }],
};

/** For hundreds of intents with a hundred short texts each: larger, forgets more, expects fewer slips, and is tried out more often. */
export const LARGE: Plan = {
  seenEnough: 2,
  network: { width: 192, epochs: 14, forget: 0.6, misspelt: 0.15, rate: 0.15 },
  strangers: { share: 0.2, halves: 0.5 },
  trials: [0, 1, 2].map((trial) => ({
    intents: { oneIn: 6, from: 2 * trial },
    voices: { oneIn: 5, from: trial },
  })),
};
