import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import {
  enter,
  openConsole,
  type StartedConsole,
  startConsole,
  violations,
} from './open-console.ts';
import { addAgent, CHIEF, signIn } from './started-desk.ts';

const SOPHIE = { email: 'sophie@exemple.fr', password: 'mot de passe de Sophie' };

let browser: Browser;
let desk: StartedConsole;
/** The page of an administrator, and the page of an agent. */
let chief: Page;
let sophie: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  browser = await launchChromium();
  desk = await startConsole();
  desk.bot.start();
  const person = { name: 'Sophie', email: SOPHIE.email, role: 'agent' };
  await addAgent(desk, await signIn(desk.url, CHIEF), person);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});
beforeEach(async () => {
  const [one, two] = await Promise.all([
    openConsole(browser, desk.url),
    openConsole(browser, desk.url),
  ]);
  chief = one.page;
  sophie = two.page;
  close = async () => {
    expect([...one.complaints, ...two.complaints]).toEqual([]);
    await Promise.all([one.context.close(), two.context.close()]);
  };
  await enter(chief);
  await enter(sophie, SOPHIE);
});
afterEach(() => close());

const look = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${desk.url}/console#c=${id}`);
  await page.locator('.pane-top').waitFor();
};
const take = async (page: Page, id: string): Promise<void> => {
  await look(page, id);
  await page.getByRole('button', { name: 'Prendre' }).click();
  await page.getByText('C’est vous qui répondez').waitFor();
};
const holderOf = async (id: string) => (await desk.store.conversation(id))?.holder;

test('#17 who else is viewing or typing (chatwoot#1576): a colleague is seen, and no longer once elsewhere', async () => {
  await desk.write('seen', 'un humain');
  await look(chief, 'seen');
  await look(sophie, 'seen');
  await chief.getByText('Sophie regarde aussi').waitFor();
  await sophie.locator('#words-reply').pressSequentially('Bonj');
  await chief.getByText('Sophie écrit…').waitFor();
  await sophie.goto(`${desk.url}/console#`);
  await chief.getByText('Sophie écrit…').waitFor({ state: 'detached' });
});

test('#18 only the assignee may answer (chatwoot#12079): the box is locked; who may takes over, and the colleague is told', async () => {
  await desk.write('over', 'un humain');
  await take(sophie, 'over');
  await look(chief, 'over');
  expect(await chief.locator('#words-reply').count()).toBe(0);
  await chief.getByRole('button', { name: 'Reprendre à Sophie' }).click();
  await chief.getByText('C’est vous qui répondez').waitFor();
  await sophie.locator('[aria-live=polite] p', { hasText: 'a repris votre conversation' }).waitFor({
    state: 'attached',
  });
  await sophie.getByText('Chef répond au locataire').waitFor();
  expect(await sophie.getByRole('button', { name: /^Reprendre à/ }).count()).toBe(0);
  expect(await violations(chief)).toEqual([]);
});

test('who hands a conversation to a colleague is not told that it was taken', async () => {
  await desk.write('handed', 'un humain');
  await take(sophie, 'handed');
  await sophie.getByRole('button', { name: 'Transférer' }).click();
  const dialog = sophie.getByRole('dialog');
  await dialog.getByLabel('À qui').selectOption({ label: 'Chef' });
  await dialog.getByLabel('Ce qu’il faut savoir').fill('bail à revoir');
  await dialog.getByRole('button', { name: 'Transférer' }).click();
  await sophie.getByText('Chef répond au locataire').waitFor();
  expect(await sophie.locator('.told').count()).toBe(0);
});

test('a close is taken back with one button, and the tenant has heard nothing of it', async () => {
  await desk.write('undo', 'un humain');
  await take(sophie, 'undo');
  await sophie.keyboard.press('e');
  await sophie.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await sophie.getByRole('button', { name: 'Rouvrir' }).click();
  await sophie.getByText('C’est vous qui répondez').waitFor();
  const entries = await desk.store.entries('undo', 0, 100);
  expect(JSON.stringify(entries)).not.toContain('"text":"closed"');
});

test('set aside, it says until when, and comes back when the tenant writes', async () => {
  await desk.write('aside', 'un humain');
  await take(sophie, 'aside');
  await sophie.getByRole('button', { name: 'Mettre de côté' }).click();
  const dialog = sophie.getByRole('dialog');
  await dialog.getByLabel('Jusqu’à').selectOption('hour');
  expect(await violations(sophie)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mettre de côté' }).click();
  await sophie.locator('.held', { hasText: 'mise de côté' }).waitFor();
  await desk.write('aside', 'vous êtes là ?');
  await sophie.getByText('C’est vous qui répondez').waitFor();
  expect(await holderOf('aside')).not.toHaveProperty('snoozed');
});

test('what is given back with a word keeps it pinned for whoever looks next', async () => {
  await desk.write('pinned', 'un humain');
  await take(sophie, 'pinned');
  await sophie.getByRole('button', { name: 'Rendre à Loge' }).click();
  const dialog = sophie.getByRole('dialog');
  await dialog.getByLabel('Ce que la suite doit savoir').fill('attend le plombier mardi');
  await dialog.getByRole('button', { name: 'Rendre à Loge' }).click();
  await sophie.locator('.held', { hasText: 'Loge répond' }).waitFor();
  await look(chief, 'pinned');
  await chief.locator('.facts', { hasText: 'attend le plombier mardi (Sophie)' }).waitFor();
});
