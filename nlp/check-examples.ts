import { isDanger, isRequest, OUT_OF_SCOPE } from './domain.ts';
import type { Example } from './examples.ts';
import keywords from './keywords.json' with { type: 'json' };
import { type Style, stylesOf } from './styles.ts';
import { createTwins } from './twins.ts';
import { readWords } from './words.ts';

/** What the examples are, and what is wrong with them. */
export type ExamplesReport = {
  readonly examples: number;
  readonly voices: number;
  /** Requests and control intents with too few examples in a language. */
  readonly tooFew: readonly string[];
  readonly outOfScope: { readonly all: number; readonly near: number };
  readonly several: number;
  readonly lookAlikes: number;
  /** Emergencies told without their obvious words. */
  readonly unsaid: number;
  /** How many examples are written in each way. */
  readonly styles: Readonly<Partial<Record<Style, number>>>;
  /** Examples that say the same as another of the same intent, and of another intent. */
  readonly nearDuplicates: { readonly same: number; readonly contradicting: readonly Pair[] };
  /** Messages of the test sets that an example says in the same words. */
  readonly leaks: readonly Pair[];
};

/** Two texts that say the same. */
export type Pair = { readonly one: string; readonly two: string };

/** How many examples an intent must have. */
const ENOUGH = { request: { fr: 60, en: 30 }, control: { fr: 30, en: 20 } } as const;
/** Looks at the examples, and at the test sets that must not be among them. */
export const checkExamples = (
  examples: readonly Example[],
  tests: readonly Example[],
): ExamplesReport => {
  const alone = examples.filter(({ intents }) => intents.length === 1);
  const strange = alone.filter(({ intents }) => intents[0] === OUT_OF_SCOPE);
  return {
    examples: examples.length,
    voices: new Set(examples.flatMap(({ voice }) => voice ?? [])).size,
    tooFew: tooFew(alone),
    outOfScope: {
      all: strange.length,
      near: strange.filter(({ kind }) => kind === 'near').length,
    },
    several: examples.length - alone.length,
    lookAlikes: examples.filter(({ kind }) => kind === 'lookalikes' || kind === 'near-dangers')
      .length,
    unsaid: alone.filter(isUnsaid).length,
    styles: countStyles(examples),
    nearDuplicates: nearDuplicates(examples),
    leaks: leaksOf(examples, tests),
  };
};

const tooFew = (alone: readonly Example[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { intents, lang } of alone) {
    const key = `${intents[0]} ${lang}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ids = [...new Set(alone.flatMap(({ intents }) => intents))];
  return ids.flatMap((id) =>
    (['fr', 'en'] as const).flatMap((lang) => {
      const count = counts.get(`${id} ${lang}`) ?? 0;
      return count < ENOUGH[isRequest(id) ? 'request' : 'control'][lang]
        ? [`${id} ${lang}: ${count}`]
        : [];
    }),
  );
};

const KEYWORDS: Readonly<Record<string, readonly string[]>> = keywords;

const isUnsaid = ({ text, intents: [intent = ''] }: Example): boolean => {
  const words = new Set(readWords(text));
  return isDanger(intent) && !(KEYWORDS[intent] ?? []).some((word) => words.has(word));
};

const countStyles = (examples: readonly Example[]): ExamplesReport['styles'] => {
  const counts: Partial<Record<Style, number>> = {};
  for (const { text } of examples) {
    for (const style of stylesOf(text)) counts[style] = (counts[style] ?? 0) + 1;
  }
  return counts;
};

const nearDuplicates = (examples: readonly Example[]): ExamplesReport['nearDuplicates'] => {
  const pairs = createTwins(examples)(examples);
  const contradicting = pairs.filter(([one, two]) => one.intents.join() !== two.intents.join());
  return { same: pairs.length - contradicting.length, contradicting: contradicting.map(told) };
};

const leaksOf = (examples: readonly Example[], tests: readonly Example[]): readonly Pair[] =>
  createTwins(examples)(tests).map(told);

const told = ([one, two]: readonly [Example, Example]): Pair => ({ one: one.text, two: two.text });
