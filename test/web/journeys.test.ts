import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { builtPages } from './built.ts';
import { openPanel, openSite, openWidget, PHONE, reads, write } from './open-widget.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let browser: Browser;
let pages: string;
let server: StandIn;
let closers: (() => Promise<void>)[] = [];

const open = async (options = {}) => {
  const widget = await openWidget(browser, server.url, options);
  closers.push(widget.close);
  return widget;
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

test('before the first click nothing is kept and no page of ours is fetched', async () => {
  const site = await openSite(browser, 'about:blank', {});
  closers.push(site.close);
  const asked: string[] = [];
  site.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await site.page.goto(server.url, { waitUntil: 'networkidle' });
  await site.page.getByRole('button', { name: 'Une question, un problème' }).waitFor();
  expect(asked.filter((path) => /widget|directline/.test(path))).toEqual([]);
  expect((await site.page.context().storageState()).origins).toEqual([]);
  expect(await site.page.context().cookies()).toEqual([]);
  const frame = await openPanel(site.page);
  await expect
    .poll(() => frame.evaluate(() => Object.keys(localStorage)))
    .toContain('loge.session');
  expect(site.complaints).toEqual([]);
});

test('a sentence in Arabic is marked as Arabic and runs from the right', async () => {
  const { frame } = await open(PHONE);
  await write(frame, 'السلام عليكم');
  const said = frame.locator('.bot .words[lang=ar]');
  await said.waitFor();
  expect(await said.evaluate((words) => getComputedStyle(words).direction)).toBe('rtl');
  const before = frame.locator('.bot .words[lang=fr]').first();
  expect(await before.evaluate((words) => getComputedStyle(words).direction)).toBe('ltr');
});

test('a tenant on a phone answers with a button and gets a receipt that can be followed', async () => {
  const { frame, complaints } = await open(PHONE);
  await frame.getByRole('button', { name: 'Une panne chez moi' }).tap();
  await reads(frame, 'Dans quelle pièce ?');
  expect(await frame.getByRole('button', { name: 'Une panne chez moi' }).count()).toBe(0);
  await write(frame, 'une fuite dans la salle de bain');
  const link = frame.getByRole('link', { name: 'Suivre ma demande' });
  expect(await link.getAttribute('href')).toBe('/suivi/KRTMWX');
  await frame.getByText('Nous agissons avant le mardi 24 novembre').waitFor();
  expect(complaints).toEqual([]);
});

test('a safety text says so in words, and its numbers can be called', async () => {
  const { frame } = await open();
  await write(frame, 'ça sent le gaz');
  await frame.locator('.safety').getByText('Consigne de sécurité').waitFor();
  const links = await frame
    .locator('.safety a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links).toEqual(['tel:0800473333', 'tel:18', 'tel:112', 'sms:114']);
});

test('a human is named and marked apart from the program', async () => {
  const { frame } = await open();
  await frame.getByRole('button', { name: 'Parler à une personne' }).click();
  await frame.locator('.agent .name', { hasText: 'Sophie' }).waitFor();
  await frame.getByText('Une personne vous répond').first().waitFor();
  await frame.locator('header').getByText('Sophie vous répond').waitFor();
  await frame.locator('.bot .name', { hasText: 'programme automatique' }).first().waitFor();
});

test('written offline, shown at once, sent once when the network is back', async () => {
  const { page, frame } = await open();
  await page.context().setOffline(true);
  server.cutStreams();
  await write(frame, 'plus de chauffage');
  await reads(frame, 'plus de chauffage');
  await frame.getByText('En attente. Partira tout seul.').waitFor();
  await frame.locator('.connection', { hasText: 'Pas de connexion' }).waitFor();
  expect(server.posts).toEqual([]);
  await page.context().setOffline(false);
  await reads(frame, 'Reçu : plus de chauffage');
  expect(await frame.locator('.tenant .words', { hasText: 'plus de chauffage' }).count()).toBe(1);
  expect(new Set(server.posts).size).toBe(1);
});

test('after a reload the conversation is there again', async () => {
  const { page, frame } = await open();
  await write(frame, 'bonjour');
  await reads(frame, 'Reçu : bonjour');
  await page.reload();
  const again = await openPanel(page);
  await reads(again, 'Reçu : bonjour');
  expect(await again.locator('.words').count()).toBe(3);
  expect(server.conversations).toHaveLength(1);
});

test('#8 the widget stays dead after the background (chatwoot#4335): it looks at once when it is shown again', async () => {
  const { frame } = await open();
  server.faults.silent = true;
  server.conversations[0]?.say({ text: 'dit pendant le sommeil' });
  server.faults.silent = false;
  expect(await frame.locator('.words', { hasText: 'pendant le sommeil' }).count()).toBe(0);
  await frame
    .locator('body')
    .evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await reads(frame, 'dit pendant le sommeil');
});

test('after its stream is cut the widget shows what it missed, once', async () => {
  const { frame } = await open();
  server.cutStreams();
  server.conversations[0]?.say({ text: 'dit pendant la coupure' });
  await reads(frame, 'dit pendant la coupure');
  server.conversations[0]?.say({ text: 'dit après' });
  await reads(frame, 'dit après');
  expect(await frame.locator('.words').count()).toBe(3);
});

test('the language is changed with one button and stays so', async () => {
  const { page, frame } = await open();
  await frame.getByRole('button', { name: 'English' }).click();
  await frame.getByRole('button', { name: 'Talk to a person' }).waitFor();
  await expect.poll(() => frame.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.reload();
  const again = await openPanel(page);
  await again.getByRole('button', { name: 'Français' }).waitFor();
});

test('a message that is too long is kept in the box, with a kind word tied to it', async () => {
  const { frame } = await open();
  await write(frame, 'a'.repeat(4012));
  const box = frame.getByRole('textbox');
  const problem = frame.locator('#composer-problem', { hasText: '12 caractères de trop' });
  await problem.waitFor();
  expect(await box.getAttribute('aria-describedby')).toBe('composer-problem');
  expect(await box.inputValue()).toHaveLength(4012);
  expect(server.posts).toEqual([]);
});

test('the box helps with the question that was asked', async () => {
  const { frame } = await open();
  expect(await frame.getByRole('textbox').getAttribute('inputmode')).toBe('text');
  await write(frame, 'mon téléphone');
  await reads(frame, 'À quel numéro');
  expect(await frame.getByRole('textbox').getAttribute('inputmode')).toBe('tel');
});

test('closed, the widget counts what comes in on its button, and Escape gives the focus back', async () => {
  const { page, frame } = await open();
  await frame.getByRole('textbox').press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Signaler un problème');
  server.conversations[0]?.say({ text: 'Le plombier passe demain.' });
  const button = page.getByRole('button', { name: /Une question, un problème.*1/ });
  await button.click();
  await reads(frame, 'Le plombier passe demain.');
  await page.getByRole('button', { name: /Une question/ }).waitFor({ state: 'hidden' });
});

test('words of a stranger never become part of the page', async () => {
  const { frame, complaints } = await open();
  const evil =
    '<img src=x onerror="document.title=1"><script>document.title=1</script> https://x.test/"onclick=1';
  server.conversations[0]?.say({
    text: evil,
    from: { role: 'bot', name: evil },
    channelData: { agent: { name: evil } },
  });
  await reads(frame, '<img src=x');
  expect(await frame.locator('.log img, .log script, [onclick]').count()).toBe(0);
  expect(await frame.evaluate(() => document.title)).toBe('Loge');
  expect(complaints).toEqual([]);
});
