import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Correction, type Example, parseExample } from '../../nlp/index.ts';

const [LEARNED, CORRECTED, REPLAYED] = [80, 8, 14];
const TOTAL = LEARNED + CORRECTED + REPLAYED;

/** So many messages of each of eight intents, by all writers: examples of one day, so that later ones change no test. */
const FILE = join(import.meta.dirname, 'small-set.jsonl');

const all = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => parseExample(FILE, line));

const few = Array.from({ length: all.length / TOTAL }, (_, at) =>
  all.slice(at * TOTAL, (at + 1) * TOTAL),
);

const cut = (from: number, to: number): readonly Example[] =>
  few.flatMap((own) => own.slice(from, to));

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
