import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Server, startServer } from './child.ts';
import { type Measured, measure } from './load.ts';
import { openTenant } from './web-chat-tenant.ts';

const LANES = 20;
const SECONDS = 8;

/** Full durable turns on web chat beside a stateless echo bot of the SDK and the floor of express, one process each. */
export const benchTurn = async (): Promise<object> => {
  const folder = mkdtempSync(join(tmpdir(), 'loge-bench-'));
  try {
    const express = await withServer(await peer('express-floor'), {}, measureJson);
    const echo = await withServer(await peer('echo-bot'), {}, measureEcho);
    const loge = await withServer('dist/main.js', logeEnv(folder), measureLoge);
    return {
      lanes: LANES,
      seconds: SECONDS,
      loge,
      echo,
      express,
      ratios: ratios(loge, echo, express),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

type Run = Measured & {
  readonly startMs: number;
  readonly idleMiB: number;
  readonly afterMiB: number;
};

const withServer = async (
  program: string,
  env: Readonly<Record<string, string>>,
  run: (url: string) => Promise<Measured>,
): Promise<Run> => {
  const server: Server = await startServer([program], env);
  const { startMs } = server;
  const idleMiB = server.memoryMiB();
  const measured = await run(server.url);
  const afterMiB = server.memoryMiB();
  await server.stop();
  return { ...measured, startMs, idleMiB, afterMiB };
};

const logeEnv = (folder: string) => ({
  PORT: '0',
  DATABASE_URL: `sqlite:${join(folder, 'loge.db')}`,
  ADMIN_EMAIL: 'bench@example.org',
  ADMIN_PASSWORD: 'bench bench bench',
  // The bench asks how long the work takes, not how long Loge listens.
  PIECES: '0',
  LOG_LEVEL: 'error',
  NODE_ENV: 'production',
});

const measureLoge = async (url: string): Promise<Measured> => {
  const tenants: (() => Promise<void>)[] = [];
  for (let lane = 0; lane < LANES; lane += 1) tenants.push(await openTenant(url));
  return measure(tenants, SECONDS);
};

const measureJson = (url: string): Promise<Measured> =>
  measure(
    lanesOf(() => post(`${url}/api/messages`, { text: 'bonjour' })),
    SECONDS,
  );

const measureEcho = (url: string): Promise<Measured> =>
  measure(
    lanesOf(() => post(`${url}/api/messages`, activity())),
    SECONDS,
  );

const lanesOf = (call: () => Promise<void>) => Array.from({ length: LANES }, () => call);

const activity = () => ({
  type: 'message',
  id: crypto.randomUUID(),
  channelId: 'test',
  serviceUrl: 'http://127.0.0.1:1',
  deliveryMode: 'expectReplies',
  conversation: { id: 'bench' },
  from: { id: 'tenant' },
  recipient: { id: 'bot' },
  text: 'bonjour',
});

const post = async (url: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await response.arrayBuffer();
};

/** A peer is bundled into the project's own folder so that it finds the packages it is made of. */
const peer = async (name: string): Promise<string> => {
  const outfile = `dist/bench-${name}.js`;
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
};

const ratios = (loge: Run, echo: Run, express: Run) => ({
  turnsPerEcho: share(loge.perSecond, echo.perSecond),
  turnsPerExpress: share(loge.perSecond, express.perSecond),
});

const share = (part: number, whole: number): number => Math.round((part / whole) * 100) / 100;
