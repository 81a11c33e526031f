import type { Correction } from './corrections.ts';
import type { Known } from './look-at-correction.ts';
import { SUSPICIONS, type Suspicion, suspicionsOf } from './suspicion.ts';

/** What becomes of a file of corrections: some lines may be left out, or nothing is learned from it. */
export type Verdict =
  | {
      readonly kind: 'refused';
      readonly reasons: readonly string[];
      readonly suspicions: Suspicions;
    }
  | {
      readonly kind: 'accepted';
      readonly kept: readonly Correction[];
      readonly quarantined: Suspicions;
    };

type Suspicions = readonly Suspicion[];

/**
 * The share of the lines that may raise each suspicion before the whole file is refused. Measured on 795 honest lines:
 * 1 % contradict what the model is sure of, 2 % are far-fetched; of the lines that correct mistakes 4 % and 7 %.
 */
const LIMITS: Readonly<Record<Suspicion['kind'], number>> = {
  'hides-danger': 0,
  'silences-alarm': 0.25,
  'contradicts-itself': 0.02,
  'contradicts-example': 0.02,
  'contradicts-sure': 0.05,
  repeats: 0.4,
  'far-fetched': 0.15,
};

const WORDS: Readonly<Record<Suspicion['kind'], string>> = {
  'hides-danger': 'call a plain danger harmless',
  'silences-alarm': 'call harmless what the model hears as a danger',
  'contradicts-itself': 'contradict another line of the file',
  'contradicts-example': 'contradict an example',
  'contradicts-sure': 'contradict what the model is sure of',
  repeats: 'say the same again and again',
  'far-fetched': 'name a request that the model finds next to impossible',
};

/** Below so many lines the shares mean little: one line of a kind is forgiven, and no flood is seen. */
const FEW = 20;

/** Decides which corrections may be learned from; no model has seen them yet. */
export const judgeCorrections = (corrections: readonly Correction[], known: Known): Verdict => {
  const suspicions = gravestFirst(suspicionsOf(corrections, known));
  const reasons = SUSPICIONS.flatMap((kind) => {
    const found = suspicions.filter((one) => one.kind === kind).length;
    return found > allowed(kind, corrections.length)
      ? [`${found} of ${corrections.length} lines ${WORDS[kind]}`]
      : [];
  });
  if (reasons.length > 0) return { kind: 'refused', reasons, suspicions };
  const out = new Set(suspicions.map(({ correction }) => correction));
  const kept = corrections.filter((correction) => !out.has(correction));
  return { kind: 'accepted', kept, quarantined: suspicions };
};

const gravestFirst = (suspicions: Suspicions): Suspicions =>
  SUSPICIONS.flatMap((kind) => suspicions.filter((one) => one.kind === kind));

const allowed = (kind: Suspicion['kind'], lines: number): number => {
  const limit = LIMITS[kind];
  if (limit === 0) return 0;
  if (kind === 'repeats' && lines < FEW) return lines;
  return Math.max(1, Math.floor(limit * lines));
};
