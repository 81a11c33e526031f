import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { OUT_OF_SCOPE } from './nlu-data.ts';
import type { System } from './nlu-measure.ts';

const PACKAGE = 'node-nlp@4.27.0';
const FOLDER = resolve('node_modules/.cache/loge-peers', PACKAGE.replace('@', '-'));
const PROGRAM = resolve(FOLDER, 'node_modules/node-nlp/src/index.js');
const PATIENCE_MS = 180_000;

/** What is used of the package. */
type NodeNlp = { readonly NlpManager: new (settings: object) => Manager };
type Manager = {
  readonly addDocument: (language: string, text: string, intent: string) => void;
  readonly train: () => Promise<void>;
  readonly process: (
    language: string,
    text: string,
  ) => Promise<{ readonly classifications: Found }>;
};
type Found = readonly { readonly intent: string; readonly score: number }[];

/** nlp.js with its defaults. It is no dependency: it is fetched once, and is undefined when it cannot be had. */
export const nodeNlp = (): System | undefined => {
  if (!existsSync(PROGRAM)) fetchPackage();
  if (!existsSync(PROGRAM)) return undefined;
  const { NlpManager }: NodeNlp = createRequire(PROGRAM)(PROGRAM);
  return {
    name: 'nlp.js',
    learn: async (lines) => {
      const settings = { languages: ['en'], autoSave: false, nlu: { log: false } };
      const manager = new NlpManager(settings);
      for (const { text, intent } of lines) manager.addDocument('en', text, intent);
      await manager.train();
      return { ask: async (text) => bestOf((await manager.process('en', text)).classifications) };
    },
  };
};

/** Its own word for what it does not know is `None`. */
const bestOf = (found: Found) => {
  const best = found.find(({ intent }) => intent !== OUT_OF_SCOPE && intent !== 'None');
  return { intent: best?.intent ?? '', score: best?.score ?? 0 };
};

const fetchPackage = (): void => {
  console.error(`Fetching ${PACKAGE} for the bench (once)…`);
  mkdirSync(FOLDER, { recursive: true });
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const args = ['install', ...quiet, '--prefix', FOLDER, PACKAGE];
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { stdio: 'ignore', shell, timeout: PATIENCE_MS });
  if (status !== 0) console.error(`${PACKAGE} cannot be had: nlp.js is left out.`);
};
