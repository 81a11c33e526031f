import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadUnderstanding } from '../load-understanding.ts';
import { createUnderstand, evaluateLines } from '../nlp/index.ts';
import { type Percent, percentOf } from './nlu-metrics.ts';
import { NOISES, type Noise } from './nlu-noise.ts';

const HELD_OUT = 'test/nlp/held-out.jsonl';
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

/** Loge's own held-out messages with every noise, understood as tenants' messages are. */
export const measureHeldOut = async (): Promise<object> => {
  console.error('loge: its own held-out messages…');
  const understand = createUnderstand(await loadUnderstanding('.', QUIET));
  const lines = readFileSync(HELD_OUT, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return Object.fromEntries(
    Object.entries(NOISES).map(([name, noise]) => {
      const spoiled = lines.map((line, at) => spoil(line, noise, at));
      const { accuracy, accuracySingle, danger } = evaluateLines(spoiled, understand);
      return [
        name,
        {
          accuracy: inPercent(accuracy),
          accuracySingle: inPercent(accuracySingle),
          dangerRecall: inPercent(danger.recall),
        },
      ];
    }),
  );
};

const inPercent = ({ share, of }: { readonly share: number; readonly of: number }): Percent =>
  percentOf(Math.round(share * of), of);

const Message = z.looseObject({ text: z.string() });

const spoil = (line: string, noise: Noise, at: number): string => {
  const message = Message.parse(JSON.parse(line));
  return JSON.stringify({ ...message, text: noise(message.text, at) });
};
