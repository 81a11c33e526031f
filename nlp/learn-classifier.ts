import { type Classifier, DANGER_LABEL, ENGLISH_LABEL } from './classifier.ts';
import { isDanger, OUT_OF_SCOPE } from './domain.ts';
import { indexFeatures, mergedFeatures } from './feature-index.ts';
import type { Features } from './features.ts';
import type { Lesson } from './lesson.ts';
import type { LearnedLinear } from './linear.ts';
import type { LearnedNetwork } from './network.ts';
import type { Plan } from './plan.ts';
import { joinRows } from './table.ts';
import { type LinearLessons, trainLinear } from './train-linear.ts';
import { type NetworkLessons, type NetworkPlan, trainNetwork } from './train-network.ts';

/** Who does the learning, here or in other threads; the same lessons must give the same result. */
export type Learn = {
  readonly linear: (lessons: LinearLessons) => Promise<LearnedLinear>;
  readonly network: (lessons: NetworkLessons, plan: NetworkPlan) => Promise<LearnedNetwork>;
};

/** Learns in this thread. */
export const learnHere: Learn = {
  linear: async (lessons) => trainLinear(lessons),
  network: async (lessons, plan) => trainNetwork(lessons, plan),
};

/** Who learns how much. */
export type Learning = { readonly learn: Learn; readonly plan: Plan };

/** Among so many more texts a feature must be seen once more to say something. */
const FEW = 10_000;
/** How many texts a network must have seen in all, and how often at most the same. */
const SIGHTS = 60_000;
const MOST_EPOCHS = 100;
/** How often a few texts about something else are shown while an intent's many are shown once. */
const MOST_REPEATS = 6;
const STRANGE_SHARE = 0.04;

/** Learns to judge texts from lessons; `strangers` are texts that mean nothing anybody asks. */
export const learnClassifier = async (
  lessons: readonly Lesson[],
  strangers: readonly Lesson[],
  { learn, plan }: Learning,
): Promise<Classifier> => {
  const index = indexFeatures(
    lessons.map(({ clean }) => clean),
    Math.min(plan.seenEnough, 2 + Math.floor(lessons.length / FEW)),
  );
  const all = [...new Set(lessons.flatMap((lesson) => lesson.intents))].sort();
  const intents = all.filter((id) => id !== OUT_OF_SCOPE);
  const known = [...intents, OUT_OF_SCOPE];
  const marked = [...known, ...marksOf(lessons)];
  const show = (lesson: Lesson): Shown => ({
    lesson,
    clean: mergedFeatures(lesson.clean, index),
    noisy: mergedFeatures(lesson.noisy, index),
  });
  const own = lessons.map(show);
  const real = [...own, ...repeated(own)];
  const { size } = index;
  const network = { ...plan.network, epochs: epochsFor(lessons.length, plan) };
  const learned = await Promise.all([
    learn.linear(linearLessons(own, { labels: marked, size })),
    learn.network(networkLessons([...real, ...strangers.map(show)], { labels: intents, size }), {
      ...network,
      seed: 1,
    }),
    learn.network(networkLessons(real, { labels: known, size }), { ...network, seed: 2 }),
  ]);
  return { intents, index, ...joined(learned) };
};

const joined = ([linear, open, closed]: readonly [
  LearnedLinear,
  LearnedNetwork,
  LearnedNetwork,
]): Pick<Classifier, 'table' | 'linear' | 'open' | 'closed'> => {
  const [{ rows: one, ...machines }, { rows: two, ...first }, { rows: three, ...second }] = [
    linear,
    open,
    closed,
  ];
  return { table: joinRows([one, two, three]), linear: machines, open: first, closed: second };
};

/** Few texts are seen more often, so that a network sees enough of them. */
const epochsFor = (lessons: number, { network: { epochs } }: Plan): number =>
  Math.max(epochs, Math.min(Math.ceil(SIGHTS / (lessons || 1)), MOST_EPOCHS));

/** A lesson by its rows. */
type Shown = { readonly lesson: Lesson; readonly clean: Features; readonly noisy: Features };

type Space = { readonly labels: readonly string[]; readonly size: number };

const linearLessons = (shown: readonly Shown[], { labels, size }: Space): LinearLessons => ({
  data: shown.map(({ clean }) => clean),
  targets: targetsOf(shown, labels),
  labels,
  size,
});

const networkLessons = (shown: readonly Shown[], { labels, size }: Space): NetworkLessons => ({
  clean: shown.map(({ clean }) => clean),
  noisy: shown.map(({ noisy }) => noisy),
  targets: targetsOf(shown, labels),
  labels,
  size,
});

/** Texts about something else once more, where there are few of them. */
const repeated = (shown: readonly Shown[]): readonly Shown[] => {
  const strange = shown.filter(({ lesson }) => lesson.intents[0] === OUT_OF_SCOPE);
  const wanted = shown.length * STRANGE_SHARE;
  const times = Math.min(Math.floor(wanted / (strange.length || 1)), MOST_REPEATS);
  return Array.from({ length: Math.max(times - 1, 0) }, () => strange).flat();
};

/** The marks that can be learned: those that some lessons have and some have not. */
const marksOf = (lessons: readonly Lesson[]): readonly string[] =>
  [DANGER_LABEL, ENGLISH_LABEL].filter((mark) => {
    const marked = lessons.filter((lesson) => marks(lesson).includes(mark)).length;
    return marked > 0 && marked < lessons.length;
  });

const marks = ({ intents, lang }: Lesson): readonly string[] => [
  ...(intents.some(isDanger) ? [DANGER_LABEL] : []),
  ...(lang === 'en' ? [ENGLISH_LABEL] : []),
];

const targetsOf = (shown: readonly Shown[], labels: readonly string[]): readonly Int32Array[] => {
  const numbers = new Map(labels.map((label, at) => [label, at]));
  return shown.map(({ lesson }) =>
    Int32Array.from(
      [...lesson.intents, ...marks(lesson)].flatMap((label) => numbers.get(label) ?? []),
    ),
  );
};
