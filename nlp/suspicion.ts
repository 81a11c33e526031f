import type { Correction } from './corrections.ts';
import { isDanger } from './domain.ts';
import type { Example } from './examples.ts';
import { createLook, type Known, type Seen } from './look-at-correction.ts';
import type { Near } from './near-texts.ts';

/** What may be wrong with a correction, the gravest first. */
export const SUSPICIONS = [
  'hides-danger',
  'silences-alarm',
  'contradicts-itself',
  'contradicts-example',
  'contradicts-sure',
  'repeats',
  'far-fetched',
] as const;

/** Why a correction is not believed. */
export type Suspicion = {
  readonly kind: (typeof SUSPICIONS)[number];
  readonly correction: Correction;
  readonly what: string;
};

/** Holds each correction against what is known and against the others; the gravest suspicion a line raises, if any. */
export const suspicionsOf = (
  corrections: readonly Correction[],
  known: Known,
): readonly Suspicion[] => {
  const look = createLook(corrections, known);
  return corrections.flatMap((correction) => {
    const seen = look(correction);
    for (const kind of SUSPICIONS) {
      const what = TESTS[kind](seen);
      if (what !== undefined) return [{ kind, correction, what }];
    }
    return [];
  });
};

const alarmOf = ({ harmless, understood: { danger } }: Seen) =>
  harmless && danger?.certainty === 'now' ? danger : undefined;

const says = ({ correction: { intents } }: Seen): string => intents.join(' + ');

/** Whether two labels have no request in common. */
const differ = (one: Example, two: Example): boolean =>
  !one.intents.some((id) => two.intents.includes(id));

const EQUAL = 0.999;
/** So many lines that say the same are enough; more do not teach, they push. */
const REPEATS = 3;
/** What the model holds for sure is contradicted from this probability on. */
const SURE = 0.9;
/** A danger is plain from this probability on. */
const PLAIN = 0.8;
/** A request is far-fetched when the model gives it less than this share of what chance alone would. */
const FAR = 0.6;

type Test = (seen: Seen) => string | undefined;

const hidesDanger: Test = (seen) => {
  const { harmless, ruling } = seen;
  const [ruled] = ruling.dangers;
  if (isPlain(seen) && ruled?.certainty === 'now') {
    return `says ${says(seen)}, but the model and the rules hear a danger (${ruled.why})`;
  }
  const twin = opposing(seen);
  if (!harmless || twin === undefined || !twin.example.intents.some(isDanger)) return undefined;
  const denied = ruled === undefined && ruling.dismissed.size > 0;
  return denied ? undefined : `says ${says(seen)}, but "${twin.example.text}" is a danger`;
};

/** Whether an alarm is beyond dispute: a rule alone may be wrong once in twenty times. */
const isPlain = (seen: Seen): boolean => {
  const alarm = alarmOf(seen);
  const heard = seen.understood.intents.find(({ id }) => id === alarm?.intent);
  return (heard?.p ?? 0) >= PLAIN;
};

/** The likest example of another meaning, unless one of the same meaning is as like. */
const opposing = ({ correction, alike }: Seen): Near | undefined => {
  const against = alike.find(({ example }) => differ(example, correction));
  const backing = alike.find(({ example }) => !differ(example, correction));
  return (backing?.likeness ?? 0) >= (against?.likeness ?? 0) ? undefined : against;
};

const silencesAlarm: Test = (seen) => {
  const alarm = alarmOf(seen);
  return alarm && `says ${says(seen)}, but the model hears ${alarm.intent} (${alarm.why})`;
};

const contradictsItself: Test = ({ correction, others }) => {
  const other = others.find(
    ({ example, likeness }) => likeness >= EQUAL && differ(example, correction),
  );
  return (
    other && `line ${other.example.line} says ${other.example.intents.join(' + ')} of the same`
  );
};

const contradictsExample: Test = (seen) => {
  const twin = opposing(seen)?.example;
  return twin && `says ${says(seen)}, but "${twin.text}" is ${twin.intents.join(' + ')}`;
};

const contradictsSure: Test = (seen) => {
  const { outcome, intents } = seen.understood;
  const [first] = intents;
  if (outcome !== 'sure' || first === undefined || first.p < SURE) return undefined;
  if (seen.correction.intents.includes(first.id)) return undefined;
  return `says ${says(seen)}, but the model is sure of ${first.id} (${first.p.toFixed(2)})`;
};

const repeats: Test = ({ correction, others }) => {
  const same = others.filter(({ example }) => !differ(example, correction)).length;
  return same >= REPEATS ? `is said in ${same} other lines` : undefined;
};

const farFetched: Test = (seen) => {
  const { ranked } = seen.judged;
  const chances = ranked.filter(({ id }) => seen.correction.intents.includes(id));
  const best = Math.max(0, ...chances.map(({ p }) => p));
  if (best * ranked.length >= FAR) return undefined;
  return `says ${says(seen)}, which the model finds next to impossible (${best.toFixed(4)}); it thinks of ${ranked[0]?.id}`;
};

const TESTS: Readonly<Record<Suspicion['kind'], Test>> = {
  'hides-danger': hidesDanger,
  'silences-alarm': silencesAlarm,
  'contradicts-itself': contradictsItself,
  'contradicts-example': contradictsExample,
  'contradicts-sure': contradictsSure,
  repeats,
  'far-fetched': farFetched,
};
