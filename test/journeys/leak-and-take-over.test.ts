import type { Browser, Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { CHIEF, startLoge } from '../start-loge.ts';
import { openWidget, PHONE, reads, write } from '../web/open-widget.ts';

let browser: Browser;
let loge: Awaited<ReturnType<typeof startLoge>>;

beforeAll(async () => {
  loge = await startLoge();
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await loge?.stop();
});

const MOST_ANSWERS = 8;

/** Answers as a hurried tenant does: the first button there is, otherwise "je ne sais pas"; no water is near a socket. */
const answer = async (frame: Frame): Promise<void> => {
  const buttons = frame.locator('.choices button:enabled');
  const last = await frame.locator('li.bot').last().textContent();
  if (last?.includes('une prise') === true) return buttons.getByText('Non').first().click();
  if ((await buttons.count()) > 0) return buttons.first().click();
  await write(frame, 'je ne sais pas');
};

/** Answers until the code is there; gives the code and how many answers it took. */
const reportUntilCode = async (frame: Frame): Promise<{ code: string; answers: number }> => {
  const receipt = frame.locator('.receipt a[href*="/suivi/"]').first();
  for (let answers = 0; answers <= MOST_ANSWERS; answers += 1) {
    const before = await frame.locator('li.bot').count();
    if ((await receipt.count()) > 0) {
      const link = await receipt.getAttribute('href');
      return { code: link?.split('/').at(-1) ?? '', answers };
    }
    await answer(frame);
    await expect.poll(() => frame.locator('li.bot').count()).toBeGreaterThan(before);
  }
  throw new Error(`No code after ${MOST_ANSWERS} answers.`);
};

const photo = async (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#336' } })
    .jpeg()
    .toBuffer();

const signIn = async (): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await page.goto(`${loge.url}/console`);
  await page.getByLabel('Adresse e-mail').fill(CHIEF.email);
  await page.getByLabel('Mot de passe').fill(CHIEF.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  return page;
};

test('a tenant on a phone reports a leak with a photo, and follows it without JavaScript', async () => {
  const { frame, complaints, close } = await openWidget(browser, loge.url, PHONE);
  await frame
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name: 'fuite.jpg',
      mimeType: 'image/jpeg',
      buffer: await photo(),
    });
  await write(frame, "j'ai une fuite sous l'évier, 12 rue des Tilleuls bâtiment B");
  await expect.poll(() => frame.locator('li.bot').count()).toBeGreaterThan(1);
  const { code, answers } = await reportUntilCode(frame);
  expect(answers).toBeLessThanOrEqual(MOST_ANSWERS);
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await plain.newPage();
  const response = await page.goto(`${loge.url}/suivi/${code}`);
  expect(response?.status()).toBe(200);
  expect(await page.locator('main').textContent()).toContain('Fuite');
  expect(complaints).toEqual([]);
  await plain.close();
  await close();
});

test('an agent takes over in a second browser, both see each other live, and the bot is silent in between', async () => {
  const { frame, close } = await openWidget(browser, loge.url, PHONE);
  await write(frame, 'je veux parler à un humain');
  const desk = await signIn();
  await desk.getByText('je veux parler à un humain').first().click();
  await desk
    .getByRole('button', { name: /^Prendre/ })
    .first()
    .click();
  await reads(frame, 'Chef');
  const said = await frame.locator('li.bot').count();
  for (let n = 1; n <= 10; n += 1) await write(frame, `message numéro ${n}.`);
  await desk.getByText('message numéro 10.').first().waitFor();
  await desk.getByRole('textbox').last().fill('Bonjour, je regarde tout de suite.');
  await desk.getByRole('textbox').last().press('Control+Enter');
  await reads(frame, 'Bonjour, je regarde tout de suite.');
  expect(await frame.locator('li.bot').count()).toBe(said);
  await desk.getByRole('button', { name: /^Rendre à Loge/ }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Rendre à Loge' }).click();
  await expect.poll(() => frame.locator('li.bot').count()).toBeGreaterThan(said);
  await close();
});
