import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { type ServicesSite, serveServices, shippedWords } from '../services-site.ts';

let site: ServicesSite;
const open = async (...given: Parameters<typeof serveServices>): Promise<void> => {
  site = await serveServices(...given);
};
afterEach(() => site.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** The words of a page without its markup. */
const read = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const names = (page: string): readonly string[] =>
  [...page.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, name = '']) => name);

describe('whoever looks for what we do', () => {
  it('finds every kind of request once, with an address of its own', async () => {
    await open();
    const { catalogue } = shippedWords();
    const { status, text } = await get('/services');
    expect(status).toBe(200);
    for (const { id } of catalogue.values()) expect(text.split(`id="${id}"`)).toHaveLength(2);
    expect(names(text)).toHaveLength(catalogue.size);
  });

  it('reads who acts, who usually pays, what changes it, how fast, what helps and the rule', async () => {
    await open();
    const words = read((await get('/services?q=fuite')).text);
    for (const part of [
      'Un tuyau dans le mur ou commun à l’immeuble est pour nous.',
      'L’usure, un voisin, un mauvais usage ou l’assurance changent la réponse.',
      'Urgent\u00a0: sous 4 heures',
      'Délai normal\u00a0: sous 5 jours ouvrés',
      'un constat amiable de dégât des eaux',
      'Décret 87-712 du 26 août 1987',
      'Un conseiller regarde votre cas et décide',
    ]) {
      expect(words).toContain(part.replace(/\s+/g, ' '));
    }
  });

  it('is told plainly where only a person knows the rule', async () => {
    await open();
    const { text } = await get('/services?q=parking');
    expect(text).toContain('À vérifier avec un conseiller.');
  });

  it('reads the emergency numbers before anything else, and can call or text them', async () => {
    await open();
    const { text } = await get('/services');
    const { numbers } = shippedWords().content;
    const first = text.indexOf('<h3>');
    for (const { number, sms } of numbers) {
      const link = `${sms === true ? 'sms' : 'tel'}:${number.replace(/\D/g, '')}`;
      expect(text.indexOf(`href="${link}"`)).toBeGreaterThan(0);
      expect(text.indexOf(`href="${link}"`)).toBeLessThan(first);
    }
  });

  it('reaches a person and the timeline from here', async () => {
    await open();
    const { text } = await get('/services?lang=en');
    expect(text).toContain('href="/widget?lang=en"');
    expect(text).toContain('href="/suivi?lang=en"');
  });
});

describe('the language', () => {
  it('is the one that the link or the browser asks for, else French', async () => {
    await open();
    for (const answer of [
      await get('/services', { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.5' }),
      await get('/services?lang=en', { 'Accept-Language': 'fr' }),
    ]) {
      expect(answer.text).toContain('<html lang="en">');
      expect(answer.text).toContain('Water leak or flood');
      expect(answer.text).toContain('within 4 hours');
      expect(answer.headers.get('vary')).toContain('Accept-Language');
    }
    expect((await get('/services', { 'Accept-Language': 'de' })).text).toContain('lang="fr"');
  });

  it('changes without losing what was searched for', async () => {
    await open();
    const { text } = await get('/services?q=badge+perdu');
    expect(text).toContain('href="/services?q=badge%20perdu&amp;lang=en"');
  });
});

describe('a search', () => {
  it('finds what is written, without accents, and leaves the rest away', async () => {
    await open();
    expect(names((await get('/services?q=VOLET')).text)).toEqual(['Fenêtre, vitrage, volet']);
    expect(names((await get('/services?q=depot+garantie')).text)).toEqual([
      'État des lieux, dépôt de garantie',
    ]);
  });

  it('finds what is only understood', async () => {
    await open();
    expect(names((await get('/services?q=des+gouttes+partout')).text)).toEqual([
      'Fuite ou dégât des eaux',
    ]);
  });

  it('that finds nothing says so and leads to Loge', async () => {
    await open();
    const { status, text } = await get('/services?q=xyzzy');
    expect(status).toBe(200);
    expect(read(text)).toContain('Aucun sujet pour');
    expect(text).toContain('href="/widget?lang=fr"');
  });

  it.each([
    ['an empty search', 'q=', 45],
    ['spaces', 'q=%20%20', 45],
    ['an unknown language', 'lang=xx&q=', 45],
    ['two languages', 'lang=en&lang=fr', 45],
    ['two searches', 'q=a&q=b', 45],
    ['a very long search', `q=${'x'.repeat(5000)}`, 0],
    ['markup', 'q=%3Cimg%20src=x%3E', 0],
    ['markup that leaves its place', 'q=%22%3E%3Cscript%3E', 0],
    ['signs that are no letters', 'q=%00%F0%9F%92%A5', 0],
  ])('%s is no fault', async (_, query, shown) => {
    await open();
    const { status, text } = await get(`/services?${query}`);
    expect(status).toBe(200);
    expect(names(text)).toHaveLength(shown);
    expect(text).not.toMatch(/<img|<script/i);
  });
});

it('has strict headers, and runs no script', async () => {
  await open();
  for (const path of ['/services', '/services?q=zz&lang=en']) {
    const { headers, text } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).not.toMatch(/<script|<style|style=|\son\w+=/i);
  }
  expect((await get('/services.css')).headers.get('content-type')).toContain('text/css');
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  const WIDTH = 'document.documentElement.scrollWidth';

  it.each([
    ['/services', 'fr', 'light'],
    ['/services?q=robinet', 'fr', 'dark'],
    ['/services?lang=en#water_leak', 'en', 'dark'],
    ['/services?q=xyzzy', 'en', 'light'],
  ] as const)(
    '%s in %s, %s, has no accessibility fault and fits 320 px',
    async (path, lang, colorScheme) => {
      await open();
      const page = await browser.newPage({
        colorScheme,
        locale: lang,
        viewport: { width: 320, height: 640 },
        bypassCSP: true,
      });
      await page.goto(`${site.url}${path}`);
      await page.addScriptTag({ path: axe });
      const found: unknown = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      expect(found).toEqual([]);
      expect(await page.evaluate(WIDTH)).toBe(320);
      await page.close();
    },
  );

  it('stays readable at 200 % on a small screen', async () => {
    await open();
    const page = await browser.newPage({ viewport: { width: 640, height: 800 }, bypassCSP: true });
    await page.goto(`${site.url}/services?q=fuite`);
    await page.addStyleTag({ content: 'html{font-size:200%}' });
    expect(await page.evaluate(WIDTH)).toBe(640);
    await page.close();
  });

  it('whoever comes by a link to one service finds it open, without JavaScript', async () => {
    await open();
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'fr' });
    await page.goto(`${site.url}/services#pests`);
    await page.getByText('Le traitement est pour nous, en principe.').waitFor();
    expect(await page.getByText('Murs, isolation et aération sont pour nous').isVisible()).toBe(
      false,
    );
    await page.close();
  });

  it('is searched and opened by keyboard', async () => {
    await open();
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'fr' });
    await page.goto(`${site.url}/services`);
    await page.getByLabel('Chercher un sujet').fill('ascenseur en panne');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'ascenseur en panne' }).waitFor();
    await page.getByText('Les réparations sont pour nous. Le courant').waitFor();
    await page.getByRole('link', { name: 'Voir tous les sujets' }).press('Enter');
    await page.locator('summary', { hasText: 'Plus d’eau chaude' }).press('Enter');
    await page.getByText('Un ballon ou une chaudière à remplacer est pour nous.').waitFor();
    await page.close();
  });

  it('prints what is folded too', async () => {
    await open();
    const page = await browser.newPage({ locale: 'fr' });
    await page.goto(`${site.url}/services`);
    await page.emulateMedia({ media: 'print' });
    const height: unknown = await page.evaluate(
      'document.querySelector("#water_leak").getBoundingClientRect().height',
    );
    expect(height).toBeGreaterThan(100);
    expect(await page.getByRole('button', { name: 'Chercher' }).isVisible()).toBe(false);
    await page.close();
  });
});
