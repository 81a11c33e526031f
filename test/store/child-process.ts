import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { newFolder } from './folders.ts';

/** Another process that has the store open. */
export type Child = {
  /** Everything it has said so far; a killed process may have said more than was read, never less. */
  readonly said: readonly string[];
  /** Resolves with the first line that fits; rejects when the process ends without one. */
  readonly hears: (fits: (line: string) => boolean) => Promise<string>;
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Resolves when it has ended by itself and all it said was read. */
  readonly ended: Promise<void>;
};

/** Bundles `child.ts` once; gives what starts it. */
export const buildChild = async (): Promise<
  (args: readonly string[], limit?: { readonly fileBlocks: number }) => Child
> => {
  const folder = newFolder();
  const outfile = join(folder, 'child.mjs');
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await build({
    entryPoints: [fileURLToPath(new URL('./child.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return (args, limit) =>
    watch(
      limit === undefined
        ? spawn(process.execPath, [outfile, ...args])
        : spawn('sh', [
            '-c',
            `ulimit -f ${limit.fileBlocks}; exec "$@"`,
            'sh',
            process.execPath,
            outfile,
            ...args,
          ]),
    );
};

const watch = (child: ChildProcess): Child => {
  const said: string[] = [];
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  if (child.stdout === null || child.stderr === null) throw new Error('The child cannot be read.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    notify();
  });
  createInterface({ input: child.stderr }).on('line', (line) => said.push(`error ${line}`));
  let over = false;
  const ended = once(child, 'close').then(() => {
    over = true;
    notify();
  });
  const hears = (fits: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = said.find(fits);
        if (line === undefined && !over) return;
        listeners.delete(look);
        if (line === undefined) reject(new Error(`The child ended: ${said.slice(-5).join(' | ')}`));
        else resolve(line);
      };
      listeners.add(look);
      look();
    });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { said, hears, kill, ended };
};
