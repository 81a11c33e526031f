import type {
  Catalogue,
  Frame,
  HalfDays,
  Handoff,
  HandoffReason,
  IncidentChange,
  IncidentDraft,
  Known,
  Language,
  Qualify,
  Query,
  Reply,
  TalkInput,
  TalkState,
  TextDraft,
  Understanding,
} from '../bot/index.ts';
import type { Content } from './content.ts';
import { sentence, type Values } from './sentence.ts';
import type { SentenceKey } from './sentences.ts';

/** What the talk is built with. */
export type TalkTools = {
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly qualify: Qualify;
  /** A form left for this long, ms, is not continued without asking. */
  readonly staleAfter: number;
  readonly halfDays: HalfDays;
};

/** Gives a fact from outside, or nothing yet: then the turn starts over once it is known. */
export type Look = Known & { readonly missing: () => Query | undefined };

/** One turn in the making: what was heard, what is remembered, and what has been said so far. */
export type Moment = {
  readonly input: TalkInput;
  readonly tools: TalkTools;
  readonly look: Look;
  readonly text: string;
  /** The button that was pressed, or whose title or number was typed. */
  readonly choice?: string;
  readonly heard: Understanding;
  readonly state: TalkState;
  readonly language: Language;
  readonly replies: readonly Reply[];
  readonly opened: readonly IncidentDraft[];
  readonly corrected: readonly IncidentChange[];
  readonly texts: readonly TextDraft[];
  readonly handoff?: Handoff;
};

/** What a reply may carry beside its text. */
export type Extras = Omit<Reply, 'text' | 'language'>;

/** A sentence in the language of the moment. */
export const words = ({ tools, language }: Moment, key: SentenceKey, values?: Values): string =>
  sentence(tools.content, language, key, values);

/** Says a text. */
export const tell = (moment: Moment, text: string, extras: Extras = {}): Moment => ({
  ...moment,
  replies: [...moment.replies, { text, language: moment.language, ...extras }],
});

/** Says a sentence of the content. */
export const say = (moment: Moment, key: SentenceKey, values?: Values): Moment =>
  tell(moment, words(moment, key, values));

/** Calls a human; a danger is never made less urgent by what follows. */
export const callPerson = (moment: Moment, reason: HandoffReason, why?: string): Moment =>
  moment.handoff?.reason === 'danger'
    ? moment
    : { ...moment, handoff: { reason, ...(why === undefined ? {} : { why }) } };

/** Changes what is remembered. */
export const remember = (moment: Moment, change: Partial<TalkState>): Moment => ({
  ...moment,
  state: { ...moment.state, ...change },
});

/** The dialog that has the floor, if any. */
export const topOf = ({ state }: Moment): Frame | undefined => state.stack.at(-1);

/** The dialog that waits for an answer; a report that is already registered waits for none. */
export const runningOf = (moment: Moment): Frame | undefined => {
  const top = topOf(moment);
  return top?.dialog === 'after' ? undefined : top;
};

/** Gives the floor to a dialog. */
export const push = (moment: Moment, frame: Frame): Moment =>
  remember(moment, { stack: [...moment.state.stack, frame] });

/** Takes the floor from the dialog that has it. */
export const pop = (moment: Moment): Moment =>
  remember(moment, { stack: moment.state.stack.slice(0, -1) });

/** Changes what the dialog that has the floor remembers. */
export const swap = (moment: Moment, frame: Frame): Moment => push(pop(moment), frame);

/** A list in a dialog's memory. */
export const listIn = ({ memory }: Frame, key: string): readonly string[] => {
  const list = memory[key];
  return typeof list === 'object' ? list : [];
};

/** A text in a dialog's memory. */
export const textIn = ({ memory }: Frame, key: string): string => {
  const text = memory[key];
  return typeof text === 'string' ? text : '';
};

/** A count in a dialog's memory. */
export const countIn = ({ memory }: Frame, key: string): number => {
  const count = memory[key];
  return typeof count === 'number' ? count : 0;
};

/** A dialog with something more in its memory. */
export const noting = (frame: Frame, memory: Frame['memory']): Frame => ({
  ...frame,
  memory: { ...frame.memory, ...memory },
});

/** A dialog that no longer waits for an answer. */
export const unasked = ({ asked: _, ...frame }: Frame): Frame => frame;
