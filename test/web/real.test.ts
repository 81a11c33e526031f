import { existsSync } from 'node:fs';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../web/build.ts';
import { launchChromium } from '../chromium.ts';
import { startLoge } from '../start-loge.ts';
import { openPanel, openWidget, PHONE, reads, write } from './open-widget.ts';

let browser: Browser;
let loge: Awaited<ReturnType<typeof startLoge>>;

beforeAll(async () => {
  if (!existsSync('dist/web/widget.html')) await buildWeb({ source: 'web', outdir: 'dist/web' });
  loge = await startLoge();
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await loge?.stop();
});

const replies = (frame: Frame): Promise<number> => frame.locator('li.bot').count();

test('on the real server: greeting, danger first, a person, and all of it after a reload', async () => {
  const { page, frame, complaints, close } = await openWidget(browser, loge.url, PHONE);
  await frame.locator('li.bot', { hasText: 'programme' }).first().waitFor();
  await write(frame, 'ça sent le gaz dans l’escalier');
  await frame.locator('.safety a[href="tel:0800473333"]').waitFor();
  await frame.getByRole('button', { name: 'Parler à une personne' }).click();
  await reads(frame, 'Je veux parler à une personne');
  const said = await frame.locator('.tenant .words').allTextContents();
  await page.reload();
  const again = await openPanel(page);
  await reads(again, 'Je veux parler à une personne');
  expect(await again.locator('.tenant .words').allTextContents()).toEqual(said);
  expect(await replies(again)).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
  await close();
});

test('on the real server: an English answer is English all over, on a page in French', async () => {
  const { frame, complaints, close } = await openWidget(browser, loge.url, PHONE);
  await write(frame, 'there is a smell of gas in my kitchen');
  await frame.locator('.bot .safety[lang=en]').waitFor();
  expect(await frame.locator('.safety-title').textContent()).toBe('Safety instruction');
  expect(await frame.getByRole('button', { name: 'Parler à une personne' }).count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('on the real server: Arabic is answered from the right, and a card number is not kept', async () => {
  const { page, frame, complaints, close } = await openWidget(browser, loge.url, PHONE);
  await write(frame, 'السلام عليكم عندي مشكلة في الماء');
  const said = frame.locator('.bot .words[lang=ar]');
  await said.waitFor();
  expect(await said.evaluate((words) => getComputedStyle(words).direction)).toBe('rtl');
  await frame.getByRole('button', { name: 'Chauffage' }).waitFor();
  await write(frame, 'ma carte 4111 1111 1111 1111 pour payer mon loyer');
  await frame.locator('.bot .words', { hasText: 'J’ai masqué votre numéro' }).waitFor();
  await page.reload();
  const again = await openPanel(page);
  await reads(again, '[carte de paiement masquée]');
  expect(await again.getByText('4111').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('on the real server: written offline, there once when the network is back', async () => {
  const { page, frame, close } = await openWidget(browser, loge.url, PHONE);
  await page.context().setOffline(true);
  await write(frame, 'le radiateur de la chambre est froid');
  await frame.getByText('En attente. Partira tout seul.').waitFor();
  await page.context().setOffline(false);
  await frame.locator('.fate').waitFor({ state: 'detached' });
  expect(await frame.locator('.tenant .words', { hasText: 'le radiateur' }).count()).toBe(1);
  await close();
});
