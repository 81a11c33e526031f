import type { Language } from './language.ts';

/** A request found in a text, with the calibrated probability that it is one. */
export type IntentGuess = { readonly id: string; readonly p: number };

/** A fact found in a text: `value` normalised for machines, `said` in the person's own words. */
export type SlotValue = { readonly value: string; readonly said: string };

/** Facts by slot id. */
export type Slots = Readonly<Record<string, SlotValue>>;

/** A danger found in a text. `doubt` means past, denied or idiomatic: ask once before acting. */
export type Danger = {
  readonly intent: string;
  readonly certainty: 'now' | 'doubt';
  /** The rule or words that decided, for the desk. */
  readonly why: string;
};

/** What a text means, and how sure that is. */
export type Understanding = {
  readonly text: string;
  /** ISO 639-1 code of the language the text is written in. */
  readonly lang: string;
  /** Every request found, best first; empty when none is likely enough. */
  readonly intents: readonly IntentGuess[];
  /** The best guesses whatever their probability, best first, at most 5. */
  readonly guesses: readonly IntentGuess[];
  readonly outcome: 'sure' | 'torn' | 'unsure';
  readonly danger?: Danger;
  readonly slots: Slots;
};

/** What helps to understand a short text: the language so far and the slot that was asked for. */
export type UnderstandContext = { readonly language?: Language; readonly asked?: string };

/** Turns a text into its meaning; the same text and context always give the same. */
export type Understand = (text: string, context: UnderstandContext) => Understanding;
