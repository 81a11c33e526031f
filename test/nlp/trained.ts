import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUnderstand, loadModel } from '../../nlp/index.ts';

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

const trainedModel = () =>
  loadModel({
    examples: join(import.meta.dirname, '../../nlp/examples'),
    cache: join(tmpdir(), 'loge-test-models'),
    log: QUIET,
  });

/** Understands with the real examples; their model is learned once for all test files. */
export const understandTrained = async () => createUnderstand(await trainedModel());
