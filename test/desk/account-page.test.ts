import { createHmac } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { shippedWords } from '../services-site.ts';
import {
  enter,
  openConsole,
  type StartedConsole,
  startConsole,
  violations,
} from './open-console.ts';
import { addAgent, CHIEF, type Client, signIn } from './started-desk.ts';

const PAGES = ['account', 'corrections', 'people', 'audit'] as const;
const PHONE = { width: 360, height: 740 };
const SOPHIE = { name: 'Sophie', email: 'sophie@exemple.fr', role: 'agent' };

let browser: Browser;
let desk: StartedConsole;
let page: Page;
let close: () => Promise<void>;
let sophie: Client;

beforeAll(async () => {
  browser = await launchChromium();
  desk = await startConsole({ catalogue: shippedWords().catalogue });
  sophie = await addAgent(desk, await signIn(desk.url, CHIEF), SOPHIE);
  await desk.write('c1', 'un humain');
  const take = { id: 't1', type: 'take' };
  await sophie.call('POST', '/api/desk/conversations/c1/commands', take);
  const body = { seq: 1, intents: ['gas_smell', 'out_of_scope'] };
  await sophie.call('POST', '/api/desk/conversations/c1/corrections', body);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a phone with this secret shows. */
const codeFor = (secret: string, at: number): string => {
  const bits = [...secret].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const time = Buffer.from(
    Math.floor(at / 30_000)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  );
  const hash = createHmac('sha1', key).update(time).digest();
  const start = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(start) % 2 ** 31) % 1_000_000).padStart(6, '0');
};

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

  test('by keyboard alone: what a message meant is marked, looked at and approved', async () => {
    await desk.write('k1', 'ça sent bon chez vous');
    await page.goto(`${desk.url}/console#c=k1`);
    await page.locator('.tenant .bubble').first().waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('option', { name: 'Odeur ou fuite de gaz' })
      .first()
      .waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('C’était').focus();
    await page.keyboard.type('Autre');
    for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.told', { hasText: 'Un responsable va relire.' }).waitFor();
    await show('corrections');
    const line = page.locator('.office-list > li', { hasText: 'ça sent bon chez vous' });
    await line.getByText('Autre chose').waitFor();
    await line.getByRole('button', { name: 'Approuver' }).focus();
    await page.keyboard.press('Enter');
    await line.waitFor({ state: 'detached' });
    const approved = await desk.store.corrections('approved', 0, 9);
    expect(approved.map(({ intents, danger }) => [intents, danger])).toEqual([
      [['out_of_scope'], false],
    ]);
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

  test('set a second factor, and ask for it at the door', async () => {
    const karim = { name: 'Karim', email: 'karim@exemple.fr', role: 'agent' };
    await addAgent(desk, await signIn(desk.url, CHIEF), karim);
    const person = { email: karim.email, password: 'mot de passe de Karim' };
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await enter(page, person);
    await show('account');
    await page.getByRole('button', { name: 'Activer' }).click();
    await page.locator('#field-password').fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Dessin à viser' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const secret = ((await page.locator('.office code').textContent()) ?? '').replaceAll(' ', '');
    await page.locator('#field-code').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.locator('#field-code').fill(codeFor(secret, Date.now() - 30_000));
    await page.keyboard.press('Enter');
    await page.locator('.recovery li').nth(9).waitFor();
    expect(await violations(page)).toEqual([]);
    const lost = (await page.locator('.recovery li').first().textContent()) ?? '';
    await page.getByRole('button', { name: 'Je les ai gardés' }).click();
    await page.getByText('Votre téléphone donne un code').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.locator('input[name=email]').fill(person.email);
    await page.locator('input[name=password]').fill(person.password);
    await page.keyboard.press('Enter');
    await page.locator('#field-code:focus').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByText('Ce code ne convient pas').waitFor();
    await page.locator('#field-code').fill(lost);
    await page.keyboard.press('Enter');
    await page.locator('.me', { hasText: 'Karim' }).waitFor();
  });

  test('on a phone there is a way back to the list', async () => {
    await page.setViewportSize(PHONE);
    await page.getByRole('link', { name: 'Mon compte' }).click();
    await page.locator('.office h1').waitFor();
    await page.getByRole('button', { name: 'Retour à la liste' }).click();
    await page.locator('.tab').first().waitFor();
  });
});

test('where a second factor is required, an administrator sets one before anything else', async () => {
  const strict = await startConsole({ secondFactor: 'required' });
  const opened = await openConsole(browser, strict.url, { viewport: PHONE });
  page = opened.page;
  await page.locator('input[name=email]').fill(CHIEF.email);
  await page.locator('input[name=password]').fill(CHIEF.password);
  await page.keyboard.press('Enter');
  await page.getByText('Avant de commencer').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Activer' }).click();
  await page.locator('#field-password').fill(CHIEF.password);
  await page.keyboard.press('Enter');
  const secret = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '');
  await page.locator('#field-code').fill(codeFor(secret, Date.now()));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Je les ai gardés' }).click();
  await page.locator('.tab').first().waitFor();
  await opened.context.close();
  await strict.stop();
});

test('the way through an organisation stands at the door, and the door says when it is closed', async () => {
  const organisation = {
    issuer: 'http://127.0.0.1:9',
    clientId: 'loge',
    roles: [],
    publicUrl: 'http://localhost:3978',
  };
  const joined = await startConsole({ organisation });
  for (const [locale, name, told] of [
    ['fr-FR', 'Se connecter avec mon organisation', 'Votre organisation ne répond pas.'],
    ['en-GB', 'Sign in with my organisation', 'Your organisation does not answer.'],
  ] as const) {
    const opened = await openConsole(browser, joined.url, { locale, viewport: PHONE });
    page = opened.page;
    await page.getByRole('link', { name }).focus();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText(told).waitFor();
    expect(page.url()).not.toContain('#');
    expect(await violations(page)).toEqual([]);
    await enter(page);
    expect(await page.getByText(told).count()).toBe(0);
    await opened.context.close();
  }
  await joined.stop();
});
