import type { Slots, Translated } from '../bot/index.ts';

/** When an answer counts: it is one of `is`, or anything but `not`. */
export type AnswerRule = {
  readonly slot: string;
  readonly is?: readonly string[];
  readonly not?: readonly string[];
};

/** What one answer changes; each row is followed once. */
export type DangerTurn = AnswerRule & {
  /** Said before anything else is asked. */
  readonly say?: Translated;
  /** It is another request after all, which begins with these facts. */
  readonly go?: { readonly intent: string; readonly facts: Slots };
  /** Nothing more is asked, nor said: writing is not safe. */
  readonly silent?: boolean;
};

/**
 * The decision table of one danger: what is said first, the one question when it is doubtful, which questions follow in
 * which order, which answers change the path, and what is said in the end. A person is called in the first turn of each.
 */
export type DangerPath = {
  readonly intent: string;
  /** The text said before anything else, by its id in `safety.json`. */
  readonly safety: string;
  /** Its subject could harm the tenant on a screen that others see. */
  readonly discreet: boolean;
  readonly doubt: Translated;
  readonly questions: readonly string[];
  readonly turns: readonly DangerTurn[];
  /** Answers in the forms of other requests that make it this danger. */
  readonly raised: readonly (AnswerRule & { readonly intent: string; readonly facts: Slots })[];
  /** Questions whose short answers sound like other dangers and are none: "un malaise", said of somebody in the lift. */
  readonly own: readonly { readonly slot: string; readonly dangers: readonly string[] }[];
  /** What a doubt that is denied leaves to handle, when nothing else was said. */
  readonly denied?: { readonly intent: string; readonly facts: Slots };
  /** What to do until somebody comes. */
  readonly end: Translated;
};

/** Whether the facts say what a rule waits for. */
export const applies = ({ slot, is, not }: AnswerRule, slots: Slots): boolean => {
  const value = slots[slot]?.value;
  if (value === undefined) return false;
  return is === undefined ? not?.includes(value) === false : is.includes(value);
};
