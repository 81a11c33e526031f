import { join } from 'node:path';
import { type Correction, type Example, readExamples } from '../../nlp/index.ts';

const INTENTS = [
  'gas_smell',
  'fire_smoke',
  'water_leak',
  'heating_failure',
  'pests',
  'lift_breakdown',
  'rent_receipt',
  'noise_disturbance',
];
const [LEARNED, CORRECTED, REPLAYED] = [80, 8, 14];
const TOTAL = LEARNED + CORRECTED + REPLAYED;
/** Steps through the whole file, so that all its writers are in each part. */
const STEP = 7;

const all = await readExamples(join(import.meta.dirname, '../../nlp/examples'));

const few = INTENTS.map((intent) => {
  const own = all.filter(
    ({ intents, lang }) => lang === 'fr' && intents.length === 1 && intents[0] === intent,
  );
  const at = (place: number) => Math.floor((((place * STEP) % TOTAL) * own.length) / TOTAL);
  return Array.from({ length: TOTAL }, (_, place) => own[at(place)]);
});

const cut = (from: number, to: number): readonly Example[] =>
  few.flatMap((own) => own.slice(from, to).flatMap((one) => one ?? []));

/** Real examples of eight intents: those that are learned… */
export const SMALL_SET = cut(0, LEARNED);

/** …those that are sent in as corrections, each with its line… */
export const HONEST: readonly Correction[] = cut(LEARNED, LEARNED + CORRECTED).map(
  ({ text, lang, intents }, at) => ({ text, lang, intents, line: at + 1 }),
);

/** …and those that are replayed. */
export const WINDOW = cut(LEARNED + CORRECTED, TOTAL);

/** One line in so many of the poisoned files: 5 %. */
const POISONED = 20;

/** The honest corrections with other requests on 5 % of those lines that can be poisoned so. */
export const poisoned = (
  intentsFor: (correction: Correction, at: number) => readonly string[] | undefined,
): { readonly file: readonly Correction[]; readonly lines: ReadonlySet<number> } => {
  const open = HONEST.filter((one, at) => intentsFor(one, at) !== undefined);
  const share = Math.ceil(HONEST.length / POISONED);
  const lines = new Set(
    open
      .filter((_, at) => at % Math.floor(open.length / share) === 0)
      .slice(0, share)
      .map(({ line }) => line),
  );
  const file = HONEST.map((one, at) =>
    lines.has(one.line) ? { ...one, intents: intentsFor(one, at) ?? one.intents } : one,
  );
  return { file, lines };
};
