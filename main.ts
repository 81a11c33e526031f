import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { startApp } from './app.ts';
import { BotError, type Log } from './bot/index.ts';
import { type Config, envExample, readConfig } from './config.ts';
import { correctionsBeside } from './corrections-file.ts';
import { crashAt } from './crash-at.ts';
import { importEstate, importWords } from './estate-files.ts';
import { examplesReport } from './examples-report.ts';
import { approvedIn, loadUnderstanding, ownExamples } from './load-understanding.ts';
import { classifyLines, createExplain, createUnderstand, evaluateLines } from './nlp/index.ts';
import { openSeals } from './open-seals.ts';
import { segmentsReport, segmentsTable } from './segments-report.ts';
import { settleIn } from './settle-in.ts';
import { backupStore, openStore } from './store/index.ts';
import { trainAsAsked } from './train-command.ts';

/** The folder the program stands in: the parent of the folder this file is bundled into. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A second signal, or this long after the first, ends the process at once, ms. */
const DRAIN_PATIENCE = 25_000;

type Command = (parts: {
  readonly config: Config;
  readonly log: Log;
  readonly args: readonly string[];
}) => Promise<void>;

const serve: Command = async ({ config, log }) => {
  const app = await startApp({
    config,
    log,
    root: ROOT,
    reach: crashAt(process.env),
    settle: settleIn(process.env),
  });
  console.log(`Loge listens on ${app.url}`);
  if (app.firstAdministrator !== undefined) {
    console.log(`No agent yet. Choose the first administrator once, at ${app.firstAdministrator}`);
  }
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_PATIENCE).unref();
    await app.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const model = ({ config, log }: { readonly config: Config; readonly log: Log }) =>
  loadUnderstanding(ROOT, log, correctionsBeside(config.DATABASE_URL));

const classify: Command = async (parts) => {
  const understand = createUnderstand(await model(parts));
  for await (const line of classifyLines(createInterface({ input: process.stdin }), understand)) {
    console.log(line);
  }
};

const evaluate: Command = async ({ args: [file], ...parts }) => {
  if (file === undefined)
    throw new BotError('Which file? npm run -s evaluate -- FILE', 'bad-settings');
  const understand = createUnderstand(await model(parts));
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  console.log(JSON.stringify(evaluateLines(lines, understand), undefined, 2));
};

const explain: Command = async ({ config, log, args }) => {
  const text = args.join(' ');
  if (text.trim() === '')
    throw new BotError('Which text? npm run -s explain -- "TEXT"', 'bad-settings');
  const house = { root: ROOT, log };
  const approved = await approvedIn(house, correctionsBeside(config.DATABASE_URL));
  const examples = [...(await ownExamples(house)), ...approved.examples];
  console.log(createExplain(await model({ config, log }), examples)(text));
};

const train: Command = async ({ config, log, args }) => {
  const corrections = correctionsBeside(config.DATABASE_URL);
  const told = await trainAsAsked({ root: ROOT, log, corrections }, args);
  console.log(told.text);
  if (told.kind === 'refused') process.exitCode = 1;
};

const examples: Command = async () =>
  console.log(JSON.stringify(await examplesReport(ROOT), undefined, 2));

const segments: Command = async () => {
  const { text, over } = segmentsTable(segmentsReport(ROOT));
  console.log(text);
  if (over > 0) process.exitCode = 1;
};

const backup: Command = async ({ config, args: [file] }) => {
  if (file === undefined)
    throw new BotError('To which file? npm run backup -- FILE', 'bad-settings');
  await backupStore(config.DATABASE_URL, file);
  console.log(`Everything is copied to ${file}.`);
};

const importCsv: Command = async ({ config, args: [places, tenants] }) => {
  if (places === undefined || tenants === undefined) {
    throw new BotError('Which files? npm run import -- PLACES.csv TENANTS.csv', 'bad-settings');
  }
  const store = await openStore(config.DATABASE_URL);
  const tools = { store, words: importWords(ROOT), seals: await openSeals(store, config) };
  const told = await importEstate(tools, { places, tenants });
  await store.close();
  console.log(told.text);
  if (told.kind === 'refused') process.exitCode = 1;
};

const settings: Command = async () => console.log(envExample());

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  classify,
  evaluate,
  explain,
  train,
  examples,
  segments,
  backup,
  import: importCsv,
  settings,
};

const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const name = process.argv[2] ?? 'serve';
  const command = COMMANDS[name];
  if (command === undefined) {
    throw new BotError(
      `No command "${name}". There is: ${Object.keys(COMMANDS).join(', ')}.`,
      'bad-settings',
    );
  }
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = pino({ level: config.LOG_LEVEL }, pino.destination(2));
  await command({ config, log, args: process.argv.slice(3) });
};

process.on('uncaughtException', (cause) => {
  console.error(cause);
  process.exit(1);
});

main().catch((cause) => {
  console.error(cause instanceof BotError ? cause.message : cause);
  process.exit(1);
});
