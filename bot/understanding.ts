import type { Language } from './language.ts';

/** A request found in a text, with the calibrated probability that it is one. */
export type IntentGuess = { readonly id: string; readonly p: number };

/** Where words stand in a text as it was written, in UTF-16 units, the end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A fact found in a text: `value` normalised for machines, `said` in the person's own words; a button has no `span`. */
export type SlotValue = { readonly value: string; readonly said: string; readonly span?: Span };

/** Facts by slot id. */
export type Slots = Readonly<Record<string, SlotValue>>;

/** A request in a text: where it stands, and the facts that stand there with it. */
export type Request = IntentGuess & { readonly span: Span; readonly slots: Slots };

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
  readonly intents: readonly Request[];
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
