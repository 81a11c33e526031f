import { BotError } from './bot-error.ts';
import { type Answer, type Asker, knownBy, type Lookup, type Query } from './query.ts';
import type { Outcome, Turn, TurnInput } from './turn.ts';

/** A turn that asks for more facts than this is going in circles. */
const MOST_QUERIES = 24;

/** A turn that ran to its end, or could not. */
export type Decided =
  | Extract<Outcome, { kind: 'done' }>
  | { readonly kind: 'failed'; readonly cause: Error };

/**
 * Runs the turn until it needs no further fact, looking up what it asks for in between.
 * A pure turn that throws would throw again, so that is an outcome; a look-up that throws is not.
 */
export const decide = async (
  { turn, lookup }: { readonly turn: Turn; readonly lookup: Lookup },
  given: Omit<TurnInput, 'known'>,
): Promise<Decided> => {
  const answers = new Map<string, Answer>();
  for (let asked = 0; asked < MOST_QUERIES; asked += 1) {
    const outcome = attempt(turn, {
      ...given,
      known: knownBy((query) => answers.get(keyOf(query))),
    });
    if (outcome.kind !== 'need') return outcome;
    const { query } = outcome;
    answers.set(keyOf(query), await lookup(query, given.conversation.id, askerOf(given)));
  }
  const cause = new BotError(
    `Turn ${idOf(given)} asked for more than ${MOST_QUERIES} facts: look for a dialog that never takes an answer.`,
    'too-many-questions',
  );
  return { kind: 'failed', cause };
};

const attempt = (turn: Turn, input: TurnInput): Outcome | Decided => {
  try {
    return turn(input);
  } catch (cause) {
    const told = `Turn ${idOf(input)} threw.`;
    return { kind: 'failed', cause: new BotError(told, 'turn-failed', { cause }) };
  }
};

const askerOf = ({ inbound, conversation, now }: Omit<TurnInput, 'known'>): Asker => {
  const network = inbound?.network ?? conversation.network;
  return { now, ...(network === undefined ? {} : { network }) };
};

/** What the turn is about, for the log. */
const idOf = ({ inbound, conversation }: Omit<TurnInput, 'known'>): string =>
  inbound?.id ?? conversation.id;

const keyOf = (query: Query): string => JSON.stringify(query);
