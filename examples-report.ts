import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkExamples, type ExamplesReport, parseExample, readExamples } from './nlp/index.ts';

/** The messages that measure and are never learned from. */
const TESTS = ['held-out', 'hard', 'dangers'].map((name) => `test/nlp/${name}.jsonl`);

/** Looks at the examples below `root`, beside the test sets where these are there. */
export const examplesReport = async (root: string): Promise<ExamplesReport> =>
  checkExamples(
    await readExamples(join(root, 'nlp/examples')),
    TESTS.map((name) => join(root, name))
      .filter((file) => existsSync(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => parseExample(file, line)),
      ),
  );
