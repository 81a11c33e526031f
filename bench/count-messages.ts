/** One report that ended in a receipt, and how many messages it took the tenant. */
export type Counted = { readonly intent: string; readonly messages: number };

/** What a tenant sends; the pieces of one message are one message. */
const SAID = /^(?:user|button|photo):/;

const RECEIPT = /incident=(\w+)\//;

/** A question about the report that comes next; the telephone number belongs to the one before. */
const NEXT_QUESTION = /ask=(?!callback_phone)\w+/;

/**
 * Counts the tenant's messages up to each receipt of a transcript, the first included. Requests that came in one message
 * share it: each counts that message and its own answers.
 */
export const countMessages = (transcript: string): readonly Counted[] =>
  turnsOf(transcript).reduce(countTurn, { counted: [], messages: 0 }).counted;

type Tally = { readonly counted: readonly Counted[]; readonly messages: number };

const countTurn = ({ counted, messages }: Tally, turn: readonly string[]): Tally => {
  const receipts = turn.flatMap((line, at) => {
    const intent = RECEIPT.exec(line)?.[1];
    return intent === undefined ? [] : [{ intent, at }];
  });
  const last = receipts.at(-1);
  if (last === undefined) return { counted, messages: messages + 1 };
  // A receipt that is given again only corrects the one before; a second one in a turn shares the first message.
  const reports = receipts
    .filter(({ at }) => !isCorrected(turn, at))
    .map(({ intent }, n) => ({ intent, messages: n === 0 ? messages + 1 : 1 }));
  const goesOn = turn.slice(last.at).some((line) => NEXT_QUESTION.test(line));
  return { counted: [...counted, ...reports], messages: goesOn ? 1 : 0 };
};

/** The lines of each turn, the tenant's own first. */
const turnsOf = (transcript: string): readonly (readonly string[])[] => {
  const turns: string[][] = [];
  for (const line of transcript.split('\n')) {
    if (SAID.test(line)) turns.push([line]);
    else turns.at(-1)?.push(line);
  }
  return turns;
};

const isCorrected = (turn: readonly string[], at: number): boolean => {
  const first = turn.slice(0, at).findLastIndex((line) => line.startsWith('bot:'));
  return CORRECTED.test(turn[first] ?? '');
};

const CORRECTED = /^bot: (?:C’est corrigé|I’ve corrected)/;

/** The middle one of some numbers, the lower one of two. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, two) => one - two);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};
