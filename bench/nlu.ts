import { cpus } from 'node:os';
import { EXAMPLES, measureAccuracy, measureNoise } from './nlu-banking.ts';
import { measureClinc } from './nlu-clinc.ts';
import { readData } from './nlu-data.ts';
import { measureHeldOut } from './nlu-held-out.ts';
import { loge } from './nlu-loge.ts';
import type { System } from './nlu-measure.ts';
import { naturalBayes } from './nlu-natural.ts';
import { nodeNlp } from './nlu-node-nlp.ts';
import published from './nlu-published.json' with { type: 'json' };
import { measureLogistic, PATIENCE, SMALL, smallSets } from './nlu-small.ts';

/** The systems there are; NLU_ONLY names those to measure, with commas between them, and without it all are. */
const SYSTEMS: Readonly<Record<string, () => System | undefined>> = {
  loge: () => loge,
  natural: () => naturalBayes,
  'nlp.js': nodeNlp,
};

/** Loge's engine beside `natural` and nlp.js on CLINC150 and Banking77: each is trained and measured here and now. */
export const benchNlu = async (): Promise<object> => {
  const names = wanted();
  const data = readData();
  const found = names.map((name) => SYSTEMS[name]?.());
  const systems = found.flatMap((system) => system ?? []);
  const banking = { ...data.banking, from: 'Banking77' };
  return {
    machine: { node: process.version, processors: cpus().length },
    notes: notesOn(names, found),
    clinc150: { published, ...(await each(systems, (one) => measureClinc(one, data.clinc))) },
    banking77: await each(systems, (one) => measureAccuracy(one, banking)),
    cutDown: await measureSmall(systems, names.includes('natural')),
    robustness: {
      banking77: await each(systems, (one) => measureNoise(one, data.banking)),
      ...(names.includes('loge') ? { heldOut: await measureHeldOut() } : {}),
    },
  };
};

/** One after the other, so that none takes the processors of another. */
const each = async (
  systems: readonly System[],
  measure: (system: System) => Promise<object>,
): Promise<Readonly<Record<string, object>>> => {
  const found: Record<string, object> = {};
  for (const system of systems) found[system.name] = await measure(system);
  return found;
};

const measureSmall = async (systems: readonly System[], logistic: boolean): Promise<object> => {
  const found: Record<string, object> = {};
  for (const [name, set] of Object.entries(smallSets(readData()))) {
    const measured = await each(systems, (one) => measureAccuracy(one, set));
    const beside = logistic ? { 'natural logistic': await measureLogistic(name) } : {};
    found[name] = { ...measured, ...beside };
  }
  return found;
};

/** What a reader of the figures has to know. */
const notesOn = (
  names: readonly string[],
  found: readonly (System | undefined)[],
): readonly string[] => [
  'Percent throughout, with Wilson bounds of 95 %. The score of an answer is its own probability, out of scope left aside.',
  'natural Bayes keeps the stop words and its likelihoods are made shares; nlp.js has its defaults.',
  `natural's logistic regression learns ${SMALL.each} lines of each of ${SMALL.intents} intents for at most ${PATIENCE} s: cutDown has all systems on these.`,
  `Noise is measured with the first ${EXAMPLES} lines of each intent of Banking77.`,
  ...names
    .filter((_, at) => found[at] === undefined)
    .map((name) => `${name} could not be had and is left out.`),
];

const wanted = (): readonly string[] => {
  const all = Object.keys(SYSTEMS);
  const only = (process.env['NLU_ONLY'] ?? '').split(',').filter((name) => name !== '');
  const unknown = only.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`No system ${unknown.join(', ')}: ${all.join(', ')}.`);
  return only.length === 0 ? all : only;
};
