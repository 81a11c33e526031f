import type { IntentGuess, Request, Slots, Span } from '../bot/index.ts';
import { isDanger, isRequest } from './domain.ts';
import type { Judgement } from './judge.ts';
import type { Part } from './parts.ts';

/** How sure a part of a text must be to count as a request of its own. */
const PART_SURE = 0.6;
/** The same when the whole text speaks for it too. */
const PART_BACKED = 0.45;
const BACKED = 0.05;

/** A text with its parts and the facts in it. */
export type Told = {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly slots: Slots;
  /** The danger that is there now, if any: no other one is a request. */
  readonly danger: string | undefined;
};

/** The requests in a text, the one the whole text is taken for first, then what its parts ask for. */
export const findRequests = (whole: Judgement, told: Told): readonly Request[] => {
  const first = whole.ranked[0];
  const others = otherRequests(whole, told).filter(({ id }) => id !== first?.id);
  const alone = others.length === 0;
  return [...(first === undefined ? [] : [backed(first, told)]), ...others].map(({ id, p }) => {
    const span = alone ? wholeSpan(told.text) : spanFor(id, told);
    return { id, p, span, slots: within(told.slots, span) };
  });
};

/** The first request as probable as the part that asks for nothing else finds it. */
const backed = ({ id, p }: IntentGuess, { parts }: Told): IntentGuess => {
  const asking = parts.filter(({ judged }) => judged.ranked[0]?.id === id);
  return { id, p: Math.max(p, ...asking.map(({ judged }) => judged.confidence)) };
};

const otherRequests = (whole: Judgement, { parts, danger }: Told): readonly IntentGuess[] => {
  const found = new Map<string, number>(
    whole.ranked.filter(({ id }) => id === danger).map(({ id, p }) => [id, p]),
  );
  for (const { judged } of parts) {
    const id = judged.ranked[0]?.id ?? '';
    const ours = isRequest(id) && (!isDanger(id) || id === danger);
    if (!ours || judged.confidence < enoughFor(whole, id)) continue;
    found.set(id, Math.max(found.get(id) ?? 0, judged.confidence));
  }
  return [...found].map(([id, p]) => ({ id, p })).sort((one, two) => two.p - one.p);
};

const enoughFor = ({ ranked }: Judgement, id: string): number => {
  const backing = ranked.find((guess) => guess.id === id)?.p ?? 0;
  return backing >= BACKED ? PART_BACKED : PART_SURE;
};

/** From the first part that asks for it to the last; the whole text when no part does alone. */
const spanFor = (id: string, { text, parts }: Told): Span => {
  const asking = parts.filter(({ judged }) => judged.ranked[0]?.id === id);
  const [first, last] = [asking[0], asking.at(-1)];
  return first === undefined || last === undefined
    ? wholeSpan(text)
    : { start: first.span.start, end: last.span.end };
};

const wholeSpan = (text: string): Span => {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
};

const within = (slots: Slots, { start, end }: Span): Slots =>
  Object.fromEntries(
    Object.entries(slots).filter(
      ([, { span }]) => span !== undefined && span.start >= start && span.end <= end,
    ),
  );
