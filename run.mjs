// Runs one command of Loge from a fresh clone: installs, builds and prepares what is missing or stale first.
// Everything it says goes to standard error, so that commands can be piped.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SOURCES = [
  'bot',
  'dialogs',
  'nlp',
  'incidents',
  'identity',
  'channels',
  'handoff',
  'store',
  'web',
];
const CHECKS = {
  lint: ['biome', 'check', '--error-on-warnings', '.'],
  types: ['tsc', '--noEmit'],
  unused: ['knip'],
  test: ['vitest', 'run'],
};

const say = (text) => process.stderr.write(`${text}\n`);

const run = (command, args) => {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
};

const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
};

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** Does the work unless the mark left by the last time says that nothing has changed since. */
const once = async (mark, hash, work) => {
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  rmSync(mark, { force: true });
  await work();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, hash);
};

const install = () =>
  once(join(ROOT, 'node_modules/.loge'), hashOf([join(ROOT, 'package-lock.json')]), () => {
    say('Loge: installing packages (once)…');
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts']);
  });

const bundle = async (entry, outfile) => {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile: join(ROOT, outfile),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  });
};

const build = async () => {
  const files = SOURCES.flatMap((folder) => filesIn(join(ROOT, folder)));
  const mains = readdirSync(ROOT).filter((name) => name.endsWith('.ts') || name === 'run.mjs');
  const all = [...mains, 'package-lock.json'].map((name) => join(ROOT, name));
  const hash = hashOf([...all, ...files]);
  await once(join(ROOT, 'dist/.loge'), hash, async () => {
    say('Loge: building…');
    await bundle('main.ts', 'dist/main.js');
    await bundle('nlp/learn-thread.ts', 'dist/learn-thread.js');
    await bundle('web/build.ts', 'dist/build-web.js');
    const { buildWeb } = await import(pathToFileURL(join(ROOT, 'dist/build-web.js')).href);
    await buildWeb({ source: join(ROOT, 'web'), outdir: join(ROOT, 'dist/web') });
  });
};

const checks = (names) => {
  for (const name of names) {
    say(`Loge: ${name}…`);
    const [tool, ...args] = CHECKS[name];
    const extra = name === 'test' ? process.argv.slice(3) : [];
    const bin = join(ROOT, 'node_modules/.bin', tool);
    const { status } = spawnSync(bin, [...args, ...extra], { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
};

const found = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Browser tests need Chromium: it is installed where that takes no question, otherwise its suites are left out aloud. */
const chromium = () => {
  const root = process.getuid?.() === 0;
  if (process.env.CHROMIUM || found('chromium') || !root || !found('apt-get')) return;
  say('Loge: installing Chromium for the browser tests (once)…');
  const script = 'apt-get update -qq && apt-get install -y -qq chromium fonts-noto-color-emoji';
  const { status } = spawnSync('sh', ['-c', script], { stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) say('Loge: Chromium could not be installed.');
};

const forTests = () => {
  chromium();
  run(process.execPath, [join(ROOT, 'dist/main.js'), 'train', '--own']);
  run(process.execPath, [join(ROOT, 'test/fetch-peers.mjs')]);
};

process.chdir(ROOT);
const command = process.argv[2] ?? 'serve';
await install();
await build();
if (command === 'build') process.exit(0);
if (command === 'test' || command === 'check') {
  forTests();
  checks(command === 'test' ? ['test'] : ['lint', 'types', 'unused', 'test']);
} else if (command === 'messages') {
  await bundle('bench/messages-command.ts', 'dist/messages.js');
  await import(pathToFileURL(join(ROOT, 'dist/messages.js')).href);
} else if (command === 'bench') {
  await bundle('bench/index.ts', 'dist/bench.js');
  await import(pathToFileURL(join(ROOT, 'dist/bench.js')).href);
} else {
  await import(pathToFileURL(join(ROOT, 'dist/main.js')).href);
}
