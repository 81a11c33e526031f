import { type Belief, believe } from './belief.ts';
import { OUT_OF_SCOPE } from './domain.ts';
import type { Explained, Row } from './explain.ts';
import { sayingOf } from './train-model.ts';
import { isMark } from './words.ts';

/** The signals of an opinion in their order, as a landlord would name them. */
const SIGNALS: readonly string[] = [
  'how much the best request gets',
  'its lead over the next one',
  'how clearly its words fit',
  'the lead of its words over the next request',
  'likeness to things we do not handle',
  'how sure the first network is',
  'how strongly the first network reacts',
  'how strongly the second network reacts',
  'how much the second network finds it foreign',
  'how far it is from foreign things',
  'how spread the belief is over many requests',
  'words that no example has',
  'pieces of words that examples have',
];
const MOST = 3;
/** A signal that moves the probability less than this is not worth a word. */
const LEAST = 0.01;

/** Why a text is answered at once, asked about, or given to a person. */
export const explainOutcome = (explained: Explained): readonly Row[] => [
  ['outcome', outcomeOf(explained)],
  ...reasonsOf(explained),
];

const outcomeOf = ({
  model,
  words,
  understood: { outcome, guesses, danger },
}: Explained): string => {
  const [first] = guesses;
  const p = (first?.p ?? 0).toFixed(2);
  const limit = model.thresholds.sure.toFixed(2);
  if (first === undefined || isBlank(words)) return `${outcome}: there are no words to read`;
  if (danger?.certainty === 'now') return `${outcome}: a danger is heeded before all else`;
  if (first.id === OUT_OF_SCOPE) return `${outcome}: it looks most like what nobody here handles`;
  if (outcome === 'sure') return `sure: ${p}, and from ${limit} on nothing is asked`;
  if (danger !== undefined) return `${outcome}: it may be a danger, which is asked`;
  const next = outcome === 'torn' ? 'which of a few requests is asked' : 'a person is offered';
  return `${outcome}: ${p}, below the ${limit} that needs no question; ${next}`;
};

const isBlank = (words: readonly string[]): boolean => words.every(isMark);

const reasonsOf = ({ model, words, judged }: Explained): readonly Row[] => {
  if (isBlank(words)) return [];
  if (model.sayings.has(sayingOf(words))) return [['because', 'these very words are an example']];
  if (model.belief === undefined) return [];
  const moved = movedBy(model.belief, judged.opinion.signals);
  const [pro, contra] = [listed(moved, 1), listed(moved, -1)];
  return [
    ...(pro === '' ? [] : [['believed', pro] satisfies Row]),
    ...(contra === '' ? [] : [['doubted', contra] satisfies Row]),
  ];
};

type Moved = { readonly name: string; readonly by: number };

/** How much each signal moves the probability away from where it would be if the signal were as usual. */
const movedBy = (belief: Belief, signals: readonly number[]): readonly Moved[] => {
  const p = believe(belief, signals);
  return signals.map((_, at) => {
    const usual = signals.map((signal, other) =>
      other === at ? (belief.middles[at] ?? 0) : signal,
    );
    return { name: SIGNALS[at] ?? `signal ${at + 1}`, by: p - believe(belief, usual) };
  });
};

const listed = (moved: readonly Moved[], sign: 1 | -1): string =>
  moved
    .filter(({ by }) => by * sign >= LEAST)
    .sort((one, two) => (two.by - one.by) * sign)
    .slice(0, MOST)
    .map(({ name, by }) => `${name} (${by > 0 ? '+' : '−'}${Math.abs(by).toFixed(2)})`)
    .join(', ');
