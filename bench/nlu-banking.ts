import { type Banking, type Line, someOf } from './nlu-data.ts';
import { askAll, type Learned, type System, type Times, train } from './nlu-measure.ts';
import { closedAccuracy, type Percent } from './nlu-metrics.ts';
import { NOISES, type Noise, smsSpeak } from './nlu-noise.ts';

/** A system on lines that all have an intent. */
export type Accuracy = {
  readonly trainSeconds: number;
  readonly packedMb?: number;
  readonly ms: Times;
  readonly accuracy: Percent;
};

/** Trains a system on some lines and asks it for others. */
export const measureAccuracy = async (
  system: System,
  { train: lines, test, from }: Banking & { readonly from: string },
): Promise<Accuracy> => {
  const trained = await train(system, lines, from);
  const { scored, ms } = await askAll(trained, test);
  return { ...trained.cost, ms, accuracy: closedAccuracy(scored) };
};

/** How many lines of each intent are learned where noise is measured. */
export const EXAMPLES = 30;

const SPOILED = { ...NOISES, smsSpeak };

/** Trains a system on clean lines of Banking77, 30 an intent, and asks it for the test lines with every noise. */
export const measureNoise = async (
  system: System,
  { train: lines, test }: Banking,
): Promise<Readonly<Record<string, number>>> => {
  const some = someOf(lines, { intents: Number.POSITIVE_INFINITY, each: EXAMPLES });
  const trained = await train(system, some, `Banking77, ${EXAMPLES} an intent`);
  const found: Record<string, number> = {};
  for (const [name, noise] of Object.entries(SPOILED)) {
    found[name] = await accuracyWith(trained, test, noise);
  }
  return found;
};

const accuracyWith = async (
  learned: Learned,
  lines: readonly Line[],
  noise: Noise,
): Promise<number> => {
  const spoiled = lines.map(({ text, intent }, at) => ({ text: noise(text, at), intent }));
  const { scored } = await askAll(learned, spoiled);
  return closedAccuracy(scored).percent;
};
