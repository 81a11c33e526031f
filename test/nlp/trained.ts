import { join } from 'node:path';
import { loadUnderstanding } from '../../load-understanding.ts';
import { createUnderstand } from '../../nlp/index.ts';

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const ROOT = join(import.meta.dirname, '../..');

/** Understands with the real examples; `npm test` has their model learned before the tests start. */
export const understandTrained = async () => createUnderstand(await loadUnderstanding(ROOT, QUIET));
