import type { Instant } from './clock.ts';
import type { Identity } from './identity.ts';
import type { Photo } from './message.ts';
import type { Choice } from './reply.ts';
import type { Slots } from './understanding.ts';

/** A dialog in progress: which one, about what, and what it knows so far. Plain JSON. */
export type Frame = {
  readonly dialog: string;
  readonly intent?: string;
  readonly slots: Slots;
  /** The slot that was asked last. */
  readonly asked?: string;
  /** What only this dialog understands. */
  readonly memory: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

/** What the bot remembers of a conversation between two turns. Plain JSON. */
export type TalkState = {
  /** The dialog that speaks is the last one. */
  readonly stack: readonly Frame[];
  /** Requests that were noted and have still to be handled, in order. */
  readonly waiting: readonly { readonly intent: string; readonly slots: Slots }[];
  /** Facts that hold beyond one request: the address, the phone number. */
  readonly known: Slots;
  /** Who speaks, once it was shown. */
  readonly identity?: Identity;
  /** How often somebody tried to show who they are, and when they last could not or would not. */
  readonly proofs?: { readonly tries: number; readonly texts: number; readonly gaveUp?: Instant };
  /** Told that it is a program. */
  readonly greeted: boolean;
  /** The language a tenant was told about, neither French nor English, ISO 639-1. */
  readonly otherLanguage?: string;
  /** Was told what not to write. */
  readonly warned?: true;
  /** Messages in a row that were not understood. */
  readonly misses: number;
  /** The buttons that were shown last: a tenant may type their title or number instead. */
  readonly offered?: readonly Choice[];
  /** The last things said, newest last, so that nothing is said over and over. */
  readonly recent?: readonly string[];
  /** When the person was last answered. */
  readonly lastAt?: Instant;
  /** The request that was cancelled in the last turn: it can be taken up again. */
  readonly cancelled?: Frame;
  /** Wrote as a child who is alone; a person was alerted. */
  readonly child?: true;
  /** Photos that belong to the request in progress. */
  readonly photos?: readonly Photo[];
};

/** How every conversation begins. */
export const FRESH_TALK: TalkState = {
  stack: [],
  waiting: [],
  known: {},
  greeted: false,
  misses: 0,
};
