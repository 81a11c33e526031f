import { type Chance, createChance, shuffle } from './chance.ts';
import type { Features } from './features.ts';
import type { LearnedNetwork } from './network.ts';
import { type Draft, finished, startDraft } from './network-draft.ts';
import { learnOne } from './network-step.ts';

/** What a network learns from: texts by row, each sometimes in a misspelt form, and which labels each has. */
export type NetworkLessons = {
  readonly clean: readonly Features[];
  readonly noisy: readonly Features[];
  /** The labels of each text by number; none teaches that no label fits. */
  readonly targets: readonly Int32Array[];
  readonly labels: readonly string[];
  /** How many rows there are. */
  readonly size: number;
};

/** How large a network is and how long it learns. */
export type NetworkPlan = {
  /** Hidden units, a multiple of four. */
  readonly width: number;
  readonly epochs: number;
  /** The share of a text's features that is left out at each sight of it, so that none is relied on alone. */
  readonly forget: number;
  /** How often a text is seen in its misspelt form. */
  readonly misspelt: number;
  /** How far the first steps go. */
  readonly rate: number;
  readonly seed: number;
};

const NOTHING: Features = { ids: new Int32Array(), values: new Float32Array() };

/** Trains a network (cross-entropy, AdaGrad, dropout); the same lessons and plan give the same network. */
export const trainNetwork = (lessons: NetworkLessons, plan: NetworkPlan): LearnedNetwork => {
  const chance = createChance(plan.seed);
  const draft = startDraft({ ...lessons, width: plan.width }, chance);
  const order = Int32Array.from(lessons.clean, (_, at) => at);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    shuffle(order, chance);
    const rate = plan.rate * (1 - epoch / plan.epochs);
    for (const at of order) {
      const text = (chance() < plan.misspelt ? lessons.noisy[at] : lessons.clean[at]) ?? NOTHING;
      const length = forgetSome(draft, text, { forget: plan.forget, chance });
      learnOne(draft, { length, target: lessons.targets[at] ?? NOTHING.ids, rate, chance });
    }
  }
  return finished(draft, lessons.labels);
};

/** Lays a text out to be learned, without those features that are left out this time; returns how many stay. */
const forgetSome = (
  draft: Draft,
  { ids, values }: Features,
  { forget, chance }: { readonly forget: number; readonly chance: Chance },
): number => {
  const scale = 1 / (1 - forget);
  let length = 0;
  for (let at = 0; at < ids.length && length < draft.ids.length; at += 1) {
    if (chance() < forget) continue;
    draft.ids[length] = ids[at] ?? 0;
    draft.values[length] = (values[at] ?? 0) * scale;
    length += 1;
  }
  return length;
};
