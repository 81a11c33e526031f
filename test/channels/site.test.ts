import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BotError } from '../../bot/index.ts';
import { createErrorPages, createSite } from '../../channels/index.ts';
import { errorWords } from './chat-site.ts';

let folder: string;
let server: Server;
let url: string;
const logged: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loge-site-'));
  mkdirSync(join(folder, 'assets'));
  const files = [
    'index.html',
    'widget.html',
    'console.html',
    'loge.js',
    'assets/widget-A1B2C3D4.js',
  ];
  for (const file of files) writeFileSync(join(folder, file), `// ${file}`);
  writeFileSync(join(folder, '.secret'), 'hidden');
  const app = express();
  app.use(
    createSite({
      folder,
      origins: ['https://www.bailleur.example'],
      publicUrl: 'https://loge.example.fr',
    }),
  );
  app.get('/fails', () => {
    throw new Error('Mme Martin, 06 39 98 00 01');
  });
  app.get('/store', () => {
    throw new BotError('Store x is down.', 'store-unusable');
  });
  const log = {
    error: (fields: object, what: string) => void logged.push(`${what} ${Object.keys(fields)}`),
  };
  const pages = createErrorPages({ log, words: errorWords });
  app.use(pages.notFound, pages.failed);
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers });
const policy = async (path: string) =>
  (await get(path)).headers.get('content-security-policy')?.split(';') ?? [];

describe('a page', () => {
  it.each(['/', '/console', '/widget'])('%s runs only our own scripts', async (path) => {
    const rules = await policy(path);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(rules).toContain(rule);
    }
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('only the widget may stand in a frame, and only on the sites that are configured', async () => {
    expect(await policy('/')).toContain("frame-ancestors 'none'");
    expect(await policy('/console')).toContain("frame-ancestors 'none'");
    expect(await policy('/widget')).toContain(
      "frame-ancestors 'self' https://www.bailleur.example",
    );
    expect((await get('/widget')).headers.get('x-frame-options')).toBeNull();
  });

  it('has no second address without its headers', async () => {
    for (const path of [
      '/index.html',
      '/widget.html',
      '/console.html',
      '/.secret',
      '/../package.json',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe('a file', () => {
  it('whose name changes with its content is kept for ever, another is asked for each time', async () => {
    const hashed = await get('/assets/widget-A1B2C3D4.js');
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    const embed = await get('/loge.js');
    expect(embed.headers.get('cache-control')).toBe('no-cache');
    expect(embed.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });
});

describe('what fails', () => {
  it('is told kindly with a reference, never with its reason', async () => {
    for (const [path, status] of [
      ['/fails', 500],
      ['/store', 503],
    ] as const) {
      const answer = await get(path, { 'accept-language': 'en' });
      const text = await answer.text();
      expect(answer.status).toBe(status);
      expect(JSON.parse(text).error.reference).toMatch(/^[\da-f-]{36}$/);
      expect(text).not.toMatch(/Martin|06 39|Store x|at /);
    }
    expect(logged).toHaveLength(2);
  });

  it('is a page for people and JSON for programs, in their language', async () => {
    const page = await get('/nothing', { accept: 'text/html', 'accept-language': 'fr' });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain('Cette adresse n’existe pas.');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const json = await get('/nothing', { 'accept-language': 'en' });
    expect((await json.json()).error.message).toBe('This address does not exist.');
  });

  it('a broken address is an unknown one', async () => {
    expect((await get('/%E0%A4%A')).status).toBe(404);
  });
});
