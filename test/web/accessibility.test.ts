import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { launchChromium } from '../chromium.ts';
import { builtPages } from './built.ts';
import { openSite, openWidget, reads, write } from './open-widget.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FOUND = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

let browser: Browser;
let pages: string;
let server: StandIn;
let closers: (() => Promise<void>)[] = [];

const open = async (options = {}) => {
  const widget = await openWidget(browser, server.url, options);
  closers.push(widget.close);
  return widget;
};

const violations = async (frame: Frame) => {
  await frame.evaluate(axe);
  const found = FOUND.parse(await frame.evaluate('axe.run(document)'));
  return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
};

/** Every kind of thing that can stand in a conversation. */
const tellAll = async (frame: Frame) => {
  await write(frame, 'ça sent le gaz');
  await reads(frame, 'ODEUR DE GAZ');
  await write(frame, 'smell of gas');
  await reads(frame, 'Keep calm');
  await write(frame, 'une fuite');
  await frame.locator('.receipt').waitFor();
  await write(frame, 'une personne');
  await frame.locator('.agent').waitFor();
  await write(frame, 'x'.repeat(4001));
};

beforeAll(async () => {
  pages = await builtPages();
  browser = await launchChromium();
});
beforeEach(async () => {
  server = await startStandIn(pages);
});
afterEach(async () => {
  for (const close of closers) await close();
  closers = [];
  await server.stop();
});
afterAll(() => browser.close());

for (const colorScheme of ['light', 'dark'] as const)
  for (const language of ['Français', 'English'])
    test(`axe finds nothing in a whole conversation: ${language}, ${colorScheme}`, async () => {
      const { frame } = await open({ colorScheme, reducedMotion: 'reduce' });
      if (language === 'English') await frame.getByRole('button', { name: 'English' }).click();
      expect(await violations(frame)).toEqual([]);
      await tellAll(frame);
      expect(await violations(frame)).toEqual([]);
    });

test('axe finds nothing in forced colours, nor on the demonstration site', async () => {
  const { page, frame } = await open({ forcedColors: 'active' });
  await tellAll(frame);
  expect(await violations(frame)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'none' });
    await page.goto(server.url);
    expect(await violations(page.mainFrame())).toEqual([]);
  }
});

test('everything can be done with the keyboard alone', async () => {
  const site = await openSite(browser, server.url, {});
  closers.push(site.close);
  const { page } = site;
  const button = page.getByRole('button', { name: 'Une question, un problème' });
  await button.waitFor();
  await button.focus();
  await page.keyboard.press('Enter');
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('the panel has no page');
  await frame.locator('.words').first().waitFor();
  await frame.locator('textarea:focus').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await reads(frame, 'Dans l’immeuble');
  await frame.locator('textarea:focus').waitFor();
  await page.keyboard.type('la minuterie de l’escalier');
  await page.keyboard.press('Enter');
  await reads(frame, 'Reçu : la minuterie');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await frame.locator('li.bot:focus', { hasText: 'la minuterie' }).waitFor();
  await page.keyboard.press('Home');
  await frame.locator('li:focus', { hasText: 'Bonjour, je suis Loge' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await button.evaluate((it) => it.matches(':focus'))).toBe(true);
});

test('a screen reader says each new message once, and the focus stays where it is', async () => {
  const { frame } = await open();
  await frame.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[aria-live=polite]');
    const hear = (records: MutationRecord[]) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) said.push(node.textContent ?? '');
    };
    if (region !== null)
      new MutationObserver(hear).observe(region, {
        childList: true,
        subtree: true,
        characterData: true,
      });
  });
  await frame.getByRole('textbox').focus();
  for (const text of ['premier', 'second']) server.conversations[0]?.say({ text });
  await reads(frame, 'second');
  server.cutStreams();
  server.conversations[0]?.say({ text: 'troisième', locale: 'en-GB' });
  await reads(frame, 'troisième');
  const said = z.array(z.string()).parse(await frame.evaluate('said'));
  expect(said.map((text) => text.replace(/.*: /, ''))).toEqual(['premier', 'second', 'troisième']);
  expect(await frame.locator('[aria-live=polite], [role=status], [role=alert]').count()).toBe(1);
  await frame.locator('textarea:focus').waitFor();
  expect(await frame.locator('.words[lang=en]').count()).toBe(1);
});

test('who reads further up is not pulled down, and finds a button to the new messages', async () => {
  const { frame } = await open();
  for (let number = 0; number < 15; number += 1)
    server.conversations[0]?.say({ text: `ligne ${number}` });
  await reads(frame, 'ligne 14');
  await frame.locator('.log').evaluate((log) => log.scrollTo({ top: 0 }));
  for (const text of ['une', 'deux']) server.conversations[0]?.say({ text });
  const button = frame.getByRole('button', { name: '2 nouveaux messages' });
  await button.waitFor();
  expect(await frame.locator('.log').evaluate((log) => log.scrollTop)).toBe(0);
  await button.click();
  await button.waitFor({ state: 'detached' });
  await frame.locator('.log').evaluate((log) => log.scrollTo({ top: 0 }));
  await write(frame, 'muet');
  await frame.waitForFunction(() => (document.querySelector('.log')?.scrollTop ?? 0) > 0);
});

for (const viewport of [
  { width: 320, height: 640 },
  { width: 320, height: 256 },
])
  test(`nothing is cut off at ${viewport.width} by ${viewport.height} pixels`, async () => {
    const { frame, page } = await open({ viewport });
    await write(frame, 'une fuite');
    await frame.locator('.receipt').waitFor();
    for (const part of [frame, page.mainFrame()]) {
      const [whole, seen] = await part.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ]);
      expect(whole).toBeLessThanOrEqual(seen ?? 0);
    }
    await frame.getByRole('button', { name: 'Parler à une personne' }).click();
    await frame.locator('.agent').waitFor();
  });

test('everything that is touched is 44 pixels high, and a phone offers camera and gallery', async () => {
  const { frame } = await open({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  await frame.getByRole('button', { name: 'Ajouter une photo' }).tap();
  await frame.getByRole('button', { name: 'Prendre une photo' }).waitFor();
  await frame.getByRole('button', { name: 'Choisir une photo' }).waitFor();
  const heights = await frame
    .locator('button:visible')
    .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});
