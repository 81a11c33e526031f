import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import {
  enter,
  openConsole,
  type StartedConsole,
  startConsole,
  violations,
} from './open-console.ts';
import { addAgent, CHIEF, type Client, signIn } from './started-desk.ts';

const PAGES = ['account', 'people', 'audit'] as const;
const PHONE = { width: 360, height: 740 };
const SOPHIE = { name: 'Sophie', email: 'sophie@exemple.fr', role: 'agent' };

let browser: Browser;
let desk: StartedConsole;
let page: Page;
let close: () => Promise<void>;
let sophie: Client;

beforeAll(async () => {
  browser = await launchChromium();
  desk = await startConsole();
  sophie = await addAgent(desk, await signIn(desk.url, CHIEF), SOPHIE);
  await desk.write('c1', 'un humain');
  const take = { id: 't1', type: 'take' };
  await sophie.call('POST', '/api/desk/conversations/c1/commands', take);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const show = async (name: string): Promise<void> => {
  await page.goto(`${desk.url}/console#${name}`);
  await page.locator('.office h1').waitFor();
  await page.getByText(/Chargement|Loading/).waitFor({ state: 'detached' });
};

describe.each([
  ['fr-FR', 'light'],
  ['fr-FR', 'dark'],
  ['en-GB', 'light'],
  ['en-GB', 'dark'],
] as const)('axe finds nothing in %s, %s', (locale, colorScheme) => {
  test('on any page, wide or at 360 px, and nothing runs out of it', async () => {
    for (const viewport of [{ width: 1280, height: 800 }, PHONE]) {
      const opened = await openConsole(browser, desk.url, { locale, colorScheme, viewport });
      page = opened.page;
      await enter(page);
      for (const name of PAGES) {
        await show(name);
        if (name === 'people') await page.locator('summary').first().click();
        expect([name, await violations(page)]).toEqual([name, []]);
        const wide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
        expect([name, await page.evaluate(wide)]).toEqual([name, false]);
      }
      expect(opened.complaints).toEqual([]);
      await opened.context.close();
    }
  });
});

describe('the pages beside the conversations', () => {
  beforeEach(async () => {
    const opened = await openConsole(browser, desk.url);
    page = opened.page;
    close = () => opened.context.close();
    await enter(page);
  });
  afterEach(() => close());

  test('tell in sentences who did what', async () => {
    await show('audit');
    await page.getByText('Sophie a pris une conversation.').waitFor();
    await page.getByText('Chef a invité Sophie (agent).').waitFor();
    await page.getByRole('link', { name: 'Voir la conversation' }).first().click();
    await page.locator('.pane-top h1').waitFor();
  });

  test('by keyboard alone: a role is changed, an account closed and reopened', async () => {
    await show('people');
    const person = page.locator('details', { hasText: 'Sophie' });
    await person.locator('summary').focus();
    await page.keyboard.press('Enter');
    await person.getByLabel('Rôle').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await person.getByText('C’est fait.').waitFor();
    await person.locator('.chip', { hasText: 'Responsable' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await person.locator('.chip', { hasText: 'Compte fermé' }).waitFor();
    expect((await sophie.call('GET', '/api/desk/session')).status).toBe(401);
    await page.keyboard.press('Enter');
    await person.locator('.chip', { hasText: 'Compte fermé' }).waitFor({ state: 'detached' });
  });

  test('say why the last administrator stays', async () => {
    await show('people');
    const person = page.locator('details', { hasText: 'Chef' });
    await person.locator('summary').click();
    await person.getByRole('button', { name: 'Fermer le compte' }).click();
    await person.getByText('C’est le dernier administrateur.').waitFor();
  });

  test('end a session elsewhere, and never show what is not for this role', async () => {
    const elsewhere = await signIn(desk.url, CHIEF);
    await show('account');
    await page.locator('.chip', { hasText: 'Cet appareil' }).waitFor();
    const ends = page.locator('.office-line', { hasText: 'Navigateur inconnu' });
    const before = await ends.count();
    await ends.first().getByRole('button', { name: 'Déconnecter' }).click();
    await expect.poll(() => ends.count()).toBe(before - 1);
    expect((await elsewhere.call('GET', '/api/desk/session')).status).toBe(401);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    const person = { email: SOPHIE.email, password: 'mot de passe de Sophie' };
    await enter(page, person);
    await page.goto(`${desk.url}/console#audit`);
    await page.getByRole('heading', { name: 'Mon compte', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Le journal' }).count()).toBe(0);
  });

  test('on a phone there is a way back to the list', async () => {
    await page.setViewportSize(PHONE);
    await page.getByRole('link', { name: 'Mon compte' }).click();
    await page.locator('.office h1').waitFor();
    await page.getByRole('button', { name: 'Retour à la liste' }).click();
    await page.locator('.tab').first().waitFor();
  });
});
