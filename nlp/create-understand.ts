import type {
  Danger,
  Request,
  Understand,
  UnderstandContext,
  Understanding,
} from '../bot/index.ts';
import { createCorrect } from './correct.ts';
import { isDanger, isRequest, OUT_OF_SCOPE } from './domain.ts';
import { findRequests, type Told } from './find-requests.ts';
import { createHeed } from './heed.ts';
import { type Judgement, judge } from './judge.ts';
import { languageOf } from './language.ts';
import type { Model } from './model.ts';
import { partsOf } from './parts.ts';
import { readSlots } from './read-slots.ts';
import { unknownShare } from './vocabulary.ts';
import { isMark, readWords } from './words.ts';

const GUESSES = 5;
/** Below this the best guess is not worth naming. */
const LIKELY = 0.12;
/** Two or three guesses that share this much leave little else to ask about. */
const TORN = 0.6;
const TORN_GUESSES = 3;

/** So much is understood before anybody asks: the first texts of a program, and the first of each word, are slow. */
const WARM_UP = { sayings: 300, words: 3000 } as const;
const SAYINGS_AT_ONCE = 4;
const WORDS_AT_ONCE = 50;

/** Builds the understanding of tenants' texts from a model. */
export const createUnderstand = (model: Model): Understand => {
  const understand = understandBy(model);
  for (const text of firstTexts(model)) understand(text, {});
  return understand;
};

/** The first sayings of the examples and their most frequent words, several at once. */
const firstTexts = ({ sayings, vocabulary }: Model): readonly string[] => {
  const frequent = [...vocabulary].sort(([, one], [, two]) => two - one).map(([word]) => word);
  const said = [...sayings.keys()].slice(0, WARM_UP.sayings);
  return [
    ...inGroups(frequent.slice(0, WARM_UP.words), WORDS_AT_ONCE).map((words) => words.join(' ')),
    ...inGroups(said, SAYINGS_AT_ONCE).map((some) => some.join('. ')),
  ];
};

const inGroups = (all: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );

const understandBy = (model: Model): Understand => {
  const correct = createCorrect(model.vocabulary);
  const heed = createHeed(model);
  return (text, context) => {
    const written = readWords(text);
    const wording = { written, words: written.flatMap(correct) };
    const judged = judge(model, wording);
    const parts = partsOf(model, correct, { text, whole: judged });
    const { danger, whole } = heed(judged, wording, {
      parts,
      answering: context.asked !== undefined,
    });
    const slots = readSlots(text, context.asked);
    const now = danger?.certainty === 'now' ? danger.intent : undefined;
    const blank = written.every(isMark);
    return {
      text,
      lang: langOf(model, { text, written, judged, context }),
      guesses: whole.ranked.slice(0, GUESSES),
      intents: blank ? [] : requestsIn(whole, { text, parts, slots, danger: now }),
      outcome: blank ? 'unsure' : outcomeOf(model, whole, danger),
      ...(danger === undefined ? {} : { danger }),
      slots,
    };
  };
};

/** The requests worth naming; small talk around a request is not one. */
const requestsIn = (whole: Judgement, told: Told): readonly Request[] => {
  const found = findRequests(whole, told);
  const [first, ...others] = found;
  if (first === undefined) return found;
  const polite = ['greet', 'thanks_bye', OUT_OF_SCOPE].includes(first.id);
  if (polite && others.some(({ id }) => isRequest(id))) return others;
  return first.p >= LIKELY ? found : others;
};

const outcomeOf = (
  { thresholds }: Model,
  { ranked, confidence }: Judgement,
  danger: Danger | undefined,
): Understanding['outcome'] => {
  const first = ranked[0]?.id ?? OUT_OF_SCOPE;
  if (first === OUT_OF_SCOPE) return 'unsure';
  if (isDanger(first) && danger?.certainty !== 'now') return 'torn';
  if (confidence >= thresholds.sure) return 'sure';
  const shared = ranked.slice(0, TORN_GUESSES).reduce((sum, { p }) => sum + p, 0);
  return shared >= TORN && confidence >= LIKELY ? 'torn' : 'unsure';
};

type Heard = {
  readonly text: string;
  readonly written: readonly string[];
  readonly judged: Judgement;
  readonly context: UnderstandContext;
};

const langOf = (model: Model, { text, written, judged, context }: Heard): string =>
  languageOf({
    text,
    words: written.filter((word) => !isMark(word)),
    english: judged.opinion.english,
    known: 1 - unknownShare(model.vocabulary, written),
    before: context.language,
  });
