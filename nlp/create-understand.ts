import type {
  Danger,
  IntentGuess,
  Understand,
  UnderstandContext,
  Understanding,
} from '../bot/index.ts';
import { createCorrect } from './correct.ts';
import english from './danger-en.json' with { type: 'json' };
import french from './danger-fr.json' with { type: 'json' };
import { isDanger, isRequest, OUT_OF_SCOPE } from './domain.ts';
import { findRequests } from './find-requests.ts';
import { createHeed, RULED } from './heed.ts';
import { type Judgement, judge } from './judge.ts';
import { languageOf } from './language.ts';
import type { Model } from './model.ts';
import { readSlots } from './read-slots.ts';
import { isMark, readWords } from './words.ts';

const GUESSES = 5;
/** Below this the best guess is not worth naming. */
const LIKELY = 0.12;
/** Two or three guesses that share this much leave little else to ask about. */
const TORN = 0.6;
const TORN_GUESSES = 3;

/** Builds the understanding of tenants' texts from a model. */
export const createUnderstand = (model: Model): Understand => {
  const correct = createCorrect(model.vocabulary);
  const heed = createHeed(model, [french, english]);
  return (text, context) => {
    const written = readWords(text);
    const words = written.flatMap(correct);
    const judged = judge(model, words);
    const { danger, whole } = heed(judged, { written, words });
    return {
      text,
      lang: langOf(model, { text, written, judged, context }),
      ...decided(model, { words, whole, danger }),
      ...(danger === undefined ? {} : { danger }),
      slots: readSlots(text, context.asked),
    };
  };
};

type Whole = {
  readonly words: readonly string[];
  readonly whole: Judgement;
  readonly danger: Danger | undefined;
};

const decided = (
  model: Model,
  { words, whole, danger }: Whole,
): Pick<Understanding, 'intents' | 'guesses' | 'outcome'> => {
  const guesses = whole.ranked.slice(0, GUESSES);
  const first = guesses[0];
  if (first === undefined || !words.some((word) => !isMark(word))) {
    return { intents: [], guesses, outcome: 'unsure' };
  }
  const others = findRequests(model, words, whole).filter(
    ({ id }) => id !== first.id && (!isDanger(id) || danger?.intent === id),
  );
  const intents = [...(first.p >= LIKELY ? [first] : []), ...others];
  return { intents: requestsFirst(intents), guesses, outcome: outcomeOf(model, { whole, danger }) };
};

/** Small talk around a request is not a request. */
const requestsFirst = (intents: readonly IntentGuess[]): readonly IntentGuess[] => {
  const [first, ...others] = intents;
  const polite = first !== undefined && ['greet', 'thanks_bye', OUT_OF_SCOPE].includes(first.id);
  return polite && others.some(({ id }) => isRequest(id)) ? others : intents;
};

const outcomeOf = (
  { thresholds }: Model,
  { whole: { ranked, confidence }, danger }: Omit<Whole, 'words'>,
): Understanding['outcome'] => {
  const first = ranked[0]?.id ?? OUT_OF_SCOPE;
  if (first === OUT_OF_SCOPE) return 'unsure';
  if (isDanger(first) && danger?.certainty !== 'now') return 'torn';
  if (confidence >= Math.min(thresholds.sure, RULED)) return 'sure';
  const shared = ranked.slice(0, TORN_GUESSES).reduce((sum, { p }) => sum + p, 0);
  return shared >= TORN && confidence >= LIKELY ? 'torn' : 'unsure';
};

const langOf = (
  model: Model,
  {
    text,
    written,
    judged,
    context,
  }: {
    readonly text: string;
    readonly written: readonly string[];
    readonly judged: Judgement;
    readonly context: UnderstandContext;
  },
): string => {
  const read = written.filter((word) => !isMark(word));
  const known = read.filter((word) => model.vocabulary.has(word)).length / (read.length || 1);
  return languageOf({
    text,
    words: read,
    english: judged.opinion.english,
    known,
    before: context.language,
  });
};
