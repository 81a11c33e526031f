import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import {
  enter,
  openConsole,
  type StartedConsole,
  startConsole,
  violations,
} from './open-console.ts';

let browser: Browser;
let desk: StartedConsole;

beforeAll(async () => {
  browser = await launchChromium();
  desk = await startConsole();
  await desk.write('all', 'une fuite');
  await desk.write('all', 'ça sent le gaz');
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

describe.each([
  ['fr-FR', 'light'],
  ['fr-FR', 'dark'],
  ['en-GB', 'light'],
  ['en-GB', 'dark'],
] as const)('axe finds nothing in %s, %s', (locale, colorScheme) => {
  test('from the door to a conversation with everything in it', async () => {
    const { page, context } = await openConsole(browser, desk.url, { locale, colorScheme });
    await page.locator('form').waitFor();
    expect(await violations(page)).toEqual([]);
    await enter(page);
    expect(await violations(page)).toEqual([]);
    await page.goto(`${desk.url}/console#c=all`);
    await page.locator('.transcript .safety').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.keyboard.press('n');
    await page.locator('#words-note').fill('vu');
    await page.locator('#words-note').press('Enter');
    await page.locator('.note .bubble').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.doings').getByRole('button').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.doings .second').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

test('nothing runs out of the page at 320 px, nor at a zoom of 400 %', async () => {
  const sizes = [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
  ];
  for (const viewport of sizes) {
    const { page, context } = await openConsole(browser, desk.url, { viewport });
    await enter(page);
    const wide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate(wide)).toBe(false);
    await page.goto(`${desk.url}/console#c=all`);
    await page.locator('.transcript .safety').waitFor();
    expect(await page.evaluate(wide)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await context.close();
  }
});

test('every button is big enough to hit: 24 px with a pointer, 44 px on a phone', async () => {
  const sizes = [
    { viewport: { width: 1280, height: 800 }, least: 24 },
    { viewport: { width: 390, height: 844 }, least: 44 },
  ];
  for (const { viewport, least } of sizes) {
    const { page, context } = await openConsole(browser, desk.url, { viewport });
    await enter(page);
    await page.goto(`${desk.url}/console#c=all`);
    await page.locator('.transcript .safety').waitFor();
    const small = await page
      .locator('button:visible')
      .evaluateAll(
        (all, size) => all.filter((one) => one.getBoundingClientRect().height < size).length,
        least,
      );
    expect(small).toBe(0);
    await context.close();
  }
});
