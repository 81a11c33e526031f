import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { createJudge, type Example, LARGE, learnInThreads, trainModel } from '../nlp/index.ts';
import { type Line, OUT_OF_SCOPE } from './nlu-data.ts';
import type { System } from './nlu-measure.ts';

/** Keeps the intents of a data set apart from those Loge has rules for. */
const PREFIX = 'bench.';

/** Loge's engine through the front door: the classifier and its belief, no danger rules, no slots, no language. */
export const loge: System = {
  name: 'loge',
  learn: async (lines) => {
    const thread = pathToFileURL(resolve('dist/learn-thread.js'));
    const model = await trainModel(lines.map(exampleOf), {
      learn: learnInThreads(thread),
      plan: LARGE,
    });
    const judge = createJudge(model);
    return { ask: (text) => bestOf(judge(text).ranked), packedMb: megabytes(model) };
  },
};

const exampleOf = ({ text, intent }: Line): Example => ({
  text,
  lang: 'en',
  intents: [intent === OUT_OF_SCOPE ? OUT_OF_SCOPE : PREFIX + intent],
});

const bestOf = (ranked: ReturnType<ReturnType<typeof createJudge>>['ranked']) => {
  const best = ranked.find(({ id }) => id !== OUT_OF_SCOPE);
  return { intent: best?.id.slice(PREFIX.length) ?? '', score: best?.p ?? 0 };
};

/** As the kept model is packed. */
const megabytes = (model: object): number =>
  Math.round(gzipSync(serialize(model)).length / 10_000) / 100;
