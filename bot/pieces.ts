import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import type { Language } from './language.ts';
import type { Inbound, Message } from './message.ts';
import type { Understand } from './understanding.ts';

/** How long it must be quiet after what a person wrote before it is answered, ms: more may follow. */
export type Patience = (
  said: Message,
  context: { readonly language: Language; readonly asked?: string; readonly pieces: number },
) => number;

/** Answers every message by itself. */
const AT_ONCE: Patience = () => 0;

/** One message that is part of a longer one. */
type Piece = { readonly inbound: string; readonly message: Message };

/** What was heard and has not been answered yet, because more may follow. */
export type Heard = {
  readonly pieces: readonly Piece[];
  /** When the first piece came. */
  readonly since: Instant;
  /** It is answered at this moment if nothing else comes. */
  readonly until: Instant;
};

/** Nobody waits longer than this for an answer, ms. */
const LONGEST_WAIT = 10_000;

/** What was heard with one more piece; an edited message takes the place of what it replaces. */
const withPiece = (heard: Heard | undefined, piece: Piece): readonly Piece[] => {
  const pieces = heard?.pieces ?? [];
  const { replaces } = piece.message;
  const others = pieces.filter(({ inbound }) => inbound !== replaces);
  if (others.length === pieces.length) return [...pieces, piece];
  return pieces.map((one) => (one.inbound === replaces ? piece : one));
};

/** All pieces as the one message that they are. */
export const joined = (pieces: readonly Piece[]): Message => {
  const [only, ...more] = pieces.map(({ message }) => message);
  if (only !== undefined && more.length === 0) return only;
  const messages = pieces.map(({ message }) => message);
  return {
    text: messages.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
    photos: messages.flatMap(({ photos }) => photos),
  };
};

/** A message, and the row in which it came. */
export type Told = { readonly inbound: Inbound; readonly message: Message };

/** A button, and what comes after it was quiet long enough, are no part of what was heard before. */
export const startsAnew = ({ heard }: Conversation, { inbound, message }: Told): boolean =>
  message.choice !== undefined || (heard?.until ?? inbound.at) < inbound.at;

/** What decides how long to wait for more. */
type Listening = { readonly understand: Understand; readonly patience?: Patience };

/** What is heard after a message, and when it is to be answered: buttons and dangers do not wait. */
export const heardWith = (tools: Listening, conversation: Conversation, told: Told): Heard => {
  const { inbound, message } = told;
  const pieces = withPiece(conversation.heard, { inbound: inbound.id, message });
  const since = conversation.heard?.since ?? inbound.at;
  const wait = message.choice === undefined ? waitAfter(tools, conversation, pieces) : 0;
  return { pieces, since, until: Math.min(inbound.at + wait, since + LONGEST_WAIT) };
};

const waitAfter = (
  { patience = AT_ONCE, understand }: Listening,
  { language, talk }: Conversation,
  pieces: readonly Piece[],
): number => {
  const asked = talk.stack.at(-1)?.asked;
  const context = { language, ...(asked === undefined ? {} : { asked }) };
  const whole = joined(pieces);
  const wait = patience(whole, { ...context, pieces: pieces.length });
  return wait > 0 && understand(whole.text, context).danger === undefined ? wait : 0;
};
