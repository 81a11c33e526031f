import type { Understand } from '../bot/index.ts';
import { type Classified, classify } from './classify-lines.ts';
import { OUT_OF_SCOPE } from './domain.ts';
import { isRecord, isWords, readJson } from './examples.ts';
import {
  calibrationError,
  confusions,
  f1,
  perIntent,
  quantile,
  type Share,
  share,
} from './metrics.ts';

/** A labelled message and what it was taken for. */
export type Answered = {
  readonly lang: string;
  readonly intents: readonly string[];
  readonly p0: boolean | undefined;
  readonly got: Classified;
};

/** How well labelled messages are understood. */
export type Evaluation = {
  readonly messages: number;
  readonly skipped: number;
  readonly accuracy: Share;
  readonly accuracySingle: Share;
  readonly outcomes: Readonly<Record<'sure' | 'torn' | 'unsure', Share>>;
  readonly wrongWhenSure: Share;
  readonly danger: { readonly recall: Share; readonly falseAlarms: Share };
  readonly outOfScope: { readonly named: Share; readonly notSure: Share };
  readonly language: Share;
  readonly several: { readonly messages: number; readonly f1: number };
  readonly calibrationError: number;
  readonly ms: { readonly p50: number; readonly p99: number };
  readonly perIntent: ReturnType<typeof perIntent>;
  readonly confusions: ReturnType<typeof confusions>;
};

/** Understands labelled lines of JSON `{text, lang, intents, p0}` and measures the result. */
export const evaluateLines = (lines: readonly string[], understand: Understand): Evaluation => {
  const filled = lines.filter((line) => line.trim() !== '');
  const answered = filled.flatMap((line) => answer(line, understand));
  return { skipped: filled.length - answered.length, ...measure(answered) };
};

const answer = (line: string, understand: Understand): readonly Answered[] => {
  const read = readJson(line);
  if (!isRecord(read) || typeof read['text'] !== 'string' || !isWords(read['intents'])) return [];
  const p0 = typeof read['p0'] === 'boolean' ? read['p0'] : undefined;
  const lang = typeof read['lang'] === 'string' ? read['lang'] : '';
  return [{ lang, intents: read['intents'], p0, got: classify(read['text'], understand) }];
};

/** Whether the first request found is one that was meant. */
const isRight = ({ intents, got }: Answered): boolean =>
  got.intents[0] !== undefined ? intents.includes(got.intents[0].id) : intents.length === 0;

const measure = (all: readonly Answered[]): Omit<Evaluation, 'skipped'> => {
  const single = all.filter(({ intents }) => intents.length === 1);
  const several = all.filter(({ intents }) => intents.length > 1);
  const unknown = all.filter(({ intents }) => intents[0] === OUT_OF_SCOPE);
  const sure = all.filter(({ got }) => got.outcome === 'sure');
  const dangers = all.filter(({ p0 }) => p0 === true);
  const harmless = all.filter(({ p0 }) => p0 === false);
  const times = all.map(({ got }) => got.ms);
  const outcome = (kind: string) => share(all, ({ got }) => got.outcome === kind);
  return {
    messages: all.length,
    accuracy: share(all, isRight),
    accuracySingle: share(single, isRight),
    outcomes: { sure: outcome('sure'), torn: outcome('torn'), unsure: outcome('unsure') },
    wrongWhenSure: share(sure, (one) => !isRight(one)),
    danger: {
      recall: share(dangers, ({ got }) => got.p0),
      falseAlarms: share(harmless, ({ got }) => got.p0),
    },
    outOfScope: {
      named: share(unknown, isRight),
      notSure: share(unknown, ({ got }) => got.outcome !== 'sure'),
    },
    language: share(
      all.filter(({ lang }) => lang !== ''),
      ({ lang, got }) => lang === got.lang,
    ),
    several: { messages: several.length, f1: f1(several) },
    calibrationError: calibrationError(single),
    ms: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    perIntent: perIntent(single),
    confusions: confusions(single),
  };
};
