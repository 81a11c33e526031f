import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { createSite } from '../../channels/index.ts';
import { buildWeb } from '../../web/build.ts';
import { wallClock } from './small-bot.ts';
import { CHIEF, type DeskOptions, startDeskOn } from './started-desk.ts';

/** The desk on the clock of the wall, with its page, as it is served. */
export const startConsole = async (options: Omit<DeskOptions, 'site'> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'loge-console-'));
  const source = join(process.cwd(), 'web');
  await buildWeb({ source, outdir: folder, only: ['console.html'] });
  const site = createSite({ folder, origins: [], publicUrl: 'http://localhost' });
  const desk = await startDeskOn(wallClock, { ...options, site });
  const stop = async (): Promise<void> => {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...desk, stop };
};

/** A desk with its page. */
export type StartedConsole = Awaited<ReturnType<typeof startConsole>>;

/** A page of its own, at the door; what the browser complains about is collected. */
export const openConsole = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
) => {
  const { hash = '', ...rest } = options;
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 800 },
    ...rest,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (told) => {
    if (/Content Security|TrustedHTML/i.test(told.text())) complaints.push(told.text());
  });
  await page.goto(`${url}/console${hash}`);
  return { page, context, complaints };
};

/** Signs the page in as the administrator. */
export const enter = async (page: Page, person = CHIEF): Promise<void> => {
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await page.locator('form button[type=submit]').click();
  await page.locator('.tab').first().waitFor();
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FOUND = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe finds wrong with the page as it is now. */
export const violations = async (page: Page): Promise<readonly string[][]> => {
  await page.evaluate(axe);
  const found = FOUND.parse(await page.evaluate('axe.run(document)'));
  return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
};
