import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { LEAK, OPENED, serveTracking, type TrackingSite, VIOLENCE } from './tracking-site.ts';

let site: TrackingSite;
const open = async (options?: Parameters<typeof serveTracking>[0]): Promise<void> => {
  site = await serveTracking(options);
};
afterEach(() => site.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const prove = async (code: string, proof: string) => {
  const response = await fetch(`${site.url}/suivi/${code}`, {
    method: 'POST',
    body: new URLSearchParams({ proof }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const PRIVATE = /Tilleuls|99210|39.?98|cuisine|asthme|data:image/;

describe('who holds the code', () => {
  it('reads subject, status, promised date and what happened, in French', async () => {
    await open();
    const { status, text } = await get('/suivi/BCDFGH');
    expect(status).toBe(200);
    for (const words of [
      'Fuite ou dégât des eaux',
      'BCDFGH',
      'Reçue',
      'jeudi 26 novembre avant 18\u00a0h',
      'Demande reçue',
      'mardi 24 novembre à 9\u00a0h\u00a005',
      'Demande corrigée',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(PRIVATE);
  });

  it('reads it in English when asked by the browser or by the link', async () => {
    await open();
    for (const answer of [
      await get('/suivi/BCDFGH', { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.5' }),
      await get('/suivi/BCDFGH?lang=en', { 'Accept-Language': 'fr' }),
    ]) {
      expect(answer.text).toContain('<html lang="en">');
      expect(answer.text).toContain('Water leak or flood');
      expect(answer.text).toContain('Thursday 26 November, before 6\u00a0pm');
    }
    expect((await get('/suivi/BCDFGH', { 'Accept-Language': 'de' })).text).toContain('lang="fr"');
  });

  it('may type it in small letters with a dash', async () => {
    await open();
    expect((await get('/suivi/bcd-fgh')).status).toBe(200);
    const form = await get('/suivi?code=bcd+fgh&lang=en');
    expect([form.status, form.headers.get('location')]).toEqual([303, '/suivi/BCDFGH?lang=en']);
  });

  it('is not told the subject when it could harm them', async () => {
    await open();
    const { text } = await get(`/suivi/${VIOLENCE.code}`);
    expect(text).not.toMatch(/violence/i);
    expect((await prove(VIOLENCE.code, '99210')).text).not.toMatch(/violence/i);
  });

  it('reads an apology once the promised date has passed', async () => {
    await open({ now: LEAK.due + 1 });
    expect((await get('/suivi/BCDFGH')).text).toContain('Cette date est passée.');
  });
});

describe('who also knows the postcode or the phone number', () => {
  it.each(['99210', '0639980001', '+33 6 39 98 00 01'])('%s shows the details', async (proof) => {
    await open();
    const { status, text } = await prove('BCDFGH', proof);
    expect(status).toBe(200);
    for (const words of [
      '12 rue des Tilleuls, bâtiment B',
      '06\u00a039\u00a098\u00a000\u00a001',
      'oui',
      'data:image/jpeg;base64,',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('asthme');
  });

  it('sees what was said as text, never as markup', async () => {
    await open();
    const { text } = await prove('BCDFGH', '99210');
    expect(text).toContain('la cuisine &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(text).not.toContain('<script');
  });
});

describe('who guesses', () => {
  it.each(['99211', '0611111111', '', "' OR 1=1 --", 'x'.repeat(60)])(
    '%j learns nothing',
    async (proof) => {
      await open();
      const { status, text } = await prove('BCDFGH', proof);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(PRIVATE);
    },
  );

  it('a wrong postcode and a wrong phone number get the same answer', async () => {
    await open();
    const answers = [await prove('BCDFGH', '99211'), await prove('BCDFGH', '0699999999')];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.text).toContain('Cela ne correspond pas');
  });

  it('a code that nobody has gets one kind page, with and without proof', async () => {
    await open();
    const answers = [await get('/suivi/ZZZZZZ'), await prove('ZZZZZZ', '99210')];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.text).toContain('Aucune demande ne porte le code ZZZZZZ.');
  });

  it('what is no code is never repeated as markup', async () => {
    await open();
    for (const path of ['/suivi/%3Cimg%20src=x%3E', '/suivi?code=%22%3E%3Cimg%20src=x%3E']) {
      const { status, text } = await get(path);
      expect([400, 404]).toContain(status);
      expect(text).not.toMatch(/<img/i);
    }
  });

  it('is stopped after a few wrong proofs, even when they come at once and then come right', async () => {
    await open({ limits: { pagesByIp: 100, wrongProofsByIp: 50, wrongProofsByCode: 3 } });
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, n) => prove('BCDFGH', `9922${n}`)),
    );
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(3);
    const late = await prove('BCDFGH', '99210');
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(late.text).not.toMatch(PRIVATE);
    expect((await get('/suivi/BCDFGH')).status).toBe(200);
  });

  it('one address cannot try many codes', async () => {
    await open({ limits: { pagesByIp: 100, wrongProofsByIp: 2, wrongProofsByCode: 50 } });
    const tries = [
      await prove('BCDFGH', '1'),
      await prove('XZWVTR', '1'),
      await prove('BCDFGH', '1'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 429]);
  });

  it('a right proof is not counted as a try', async () => {
    await open({ limits: { pagesByIp: 100, wrongProofsByIp: 2, wrongProofsByCode: 2 } });
    for (let n = 0; n < 5; n += 1) expect((await prove('BCDFGH', '99210')).status).toBe(200);
  });

  it('an address that reads too many pages has to wait', async () => {
    await open({ limits: { pagesByIp: 2, wrongProofsByIp: 9, wrongProofsByCode: 9 } });
    const statuses = [await get('/suivi'), await get('/suivi'), await get('/suivi')].map(
      (page) => page.status,
    );
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('every page', () => {
  it('has strict headers, is not kept and runs no script', async () => {
    await open();
    for (const path of ['/suivi', '/suivi/BCDFGH', '/suivi/ZZZZZZ', '/suivi?code=1']) {
      const { headers, text } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(text).not.toMatch(/<script|<style|style=|\son\w+=/i);
    }
  });

  it('says kindly that it is down when the store is, without the reason', async () => {
    await open({ broken: true });
    const { status, text } = await get('/suivi/BCDFGH');
    expect(status).toBe(503);
    expect(text).toContain('Elle n’est pas perdue.');
    expect(text).not.toMatch(/disk|Error| at /);
    expect(site.logged).toEqual(['timeline failed']);
  });

  it('a body that is too large is refused', async () => {
    await open();
    expect((await prove('BCDFGH', 'x'.repeat(10_000))).status).toBe(413);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  it.each([
    ['/suivi', 'fr', 'light'],
    ['/suivi?code=oops', 'fr', 'dark'],
    ['/suivi/BCDFGH', 'fr', 'light'],
    ['/suivi/BCDFGH', 'en', 'dark'],
    ['/suivi/ZZZZZZ', 'en', 'light'],
  ] as const)(
    '%s in %s, %s, has no accessibility fault and fits 320 px',
    async (path, lang, colorScheme) => {
      await open({ now: LEAK.due + 1 });
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
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.close();
    },
  );

  it('a tenant finds the request by its code and opens the details, by keyboard and without JavaScript', async () => {
    await open({ now: OPENED });
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'fr' });
    await page.goto(`${site.url}/suivi`);
    await page.getByLabel('Code de la demande').fill('bcd fgh');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Fuite ou dégât des eaux' }).waitFor();
    await page.getByLabel('Code postal du logement').fill('99211');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Code postal du logement').fill('99210');
    await page.keyboard.press('Enter');
    await page.getByText('12 rue des Tilleuls, bâtiment B').waitFor();
    const photo = page.getByAltText('Photo 1 jointe à la demande');
    expect(await photo.evaluate((image) => image.clientWidth)).toBeGreaterThan(0);
    await page.close();
  });
});
