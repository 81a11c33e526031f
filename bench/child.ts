import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server under measurement, in a process of its own. */
export type Server = {
  readonly url: string;
  /** From the start of the process to the line that says where it listens, ms. */
  readonly startMs: number;
  /** Resident memory now, MiB. */
  readonly memoryMiB: () => number;
  readonly stop: () => Promise<void>;
};

/** Starts a Node program and waits until it prints an address. */
export const startServer = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Server> => {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await firstUrl(child);
  return {
    url,
    startMs: Math.round(performance.now() - begun),
    memoryMiB: () => residentMiB(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

const firstUrl = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('The server has no output to read.');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\w.:[\]-]+/.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    return url.replace('localhost', '127.0.0.1');
  }
  throw new Error('The server ended before it listened.');
};

const residentMiB = (pid: number | undefined): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};
