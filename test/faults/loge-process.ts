import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A running Loge in a process of its own, as `npm start` runs it. */
export type LogeProcess = {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first sign that it serves, ms. */
  readonly startMs: number;
  /** SIGKILL, and waits until the process is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and waits; gives the exit code. */
  readonly stop: () => Promise<number | null>;
  readonly gone: () => boolean;
};

/** The program that `npm test` has built. */
const PROGRAM = 'dist/main.js';

/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
};

/** Starts Loge on a folder of its own; `crashAt` is `point:n`. */
export const startLoge = async (options: {
  readonly folder: string;
  readonly port: number;
  readonly crashAt?: string;
  /** Settings besides the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<LogeProcess> => {
  if (!existsSync(PROGRAM)) throw new Error('Not built: run the tests through npm test.');
  const begun = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'serve'], {
    env: { ...process.env, ...environment(options) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = collect(child);
  await listening(child, errors);
  const startMs = Math.round(performance.now() - begun);
  const url = `http://127.0.0.1:${options.port}`;
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const exit = gone() ? undefined : once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return {
    url,
    pid: child.pid ?? 0,
    startMs,
    gone,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
};

const environment = ({
  folder,
  port,
  crashAt,
  settings = {},
}: {
  readonly folder: string;
  readonly port: number;
  readonly crashAt?: string;
  readonly settings?: Readonly<Record<string, string>>;
}) => ({
  NODE_ENV: 'test',
  PORT: String(port),
  DATABASE_URL: `sqlite:${join(folder, 'loge.db')}`,
  ADMIN_EMAIL: 'chef@exemple.fr',
  ADMIN_PASSWORD: 'un mot de passe long',
  // What is counted here is messages and answers, one for one.
  PIECES: '0',
  LOG_LEVEL: 'warn',
  CRASH_AT: crashAt ?? '',
  ...settings,
});

const collect = (child: ChildProcess): string[] => {
  const lines: string[] = [];
  child.stderr?.on('data', (data: Buffer) => lines.push(data.toString()));
  return lines;
};

const listening = async (child: ChildProcess, errors: readonly string[]): Promise<void> => {
  if (child.stdout === null) throw new Error('The process has no output to read.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('listens')) continue;
    child.stdout.resume();
    return;
  }
  throw new Error(`Loge ended before it listened: ${errors.join('')}`);
};
