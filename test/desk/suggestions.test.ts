import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSuggest } from '../../dialogs/index.ts';
import { launchChromium } from '../chromium.ts';
import { shippedWords } from '../services-site.ts';
import {
  enter,
  openConsole,
  type StartedConsole,
  startConsole,
  violations,
} from './open-console.ts';

const words = shippedWords();
const suggest = createSuggest(words);
const NOW = Date.parse('2026-11-24T09:00:00Z');
const DUE = Date.parse('2026-11-25T09:00:00Z');

describe('what agents are offered to say', () => {
  test('is who pays, the delay and the proof, for every request that is no danger', () => {
    for (const { id, domain } of words.catalogue.values()) {
      const offered = (['fr', 'en'] as const).map((language) =>
        suggest({ intent: id, language, now: NOW }),
      );
      const wanted = domain === 'emergency' ? [] : ['pays', 'delay', 'proof'];
      expect(offered.map((one) => one.map(({ about }) => about))).toEqual([wanted, wanted]);
      expect(JSON.stringify(offered)).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  test('tells the promised date once there is one, and that it has passed when it has', () => {
    const dateOf = (now: number) =>
      suggest({ intent: 'water_leak', language: 'fr', now, due: DUE }).find(
        ({ about }) => about === 'delay',
      )?.text;
    expect(dateOf(NOW)).toContain('Date promise\u00a0: mercredi 25 novembre avant 10\u00a0h.');
    expect(dateOf(DUE + 1)).toContain('La date promise est passée');
  });

  test('nothing is offered about a request that nobody knows', () => {
    expect(suggest({ intent: 'weather', language: 'fr', now: NOW })).toEqual([]);
  });
});

describe('in the console', () => {
  let browser: Browser;
  let desk: StartedConsole;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    desk = await startConsole();
    await desk.write('leak', 'une fuite, un humain svp');
    await desk.write('chat', 'un humain');
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });
  beforeEach(async () => {
    ({ page } = await openConsole(browser, desk.url));
    await enter(page);
    return () => page.context().close();
  });

  const PAYS = /Un joint ou un flexible est en général pour vous\./;
  const PROOF = /Voici ce qui nous aide\. Des photos/;
  const draft = (): Promise<string> => page.locator('#words-reply').inputValue();
  const look = async (id: string): Promise<void> => {
    await page.goto(`${desk.url}/console#c=${id}`);
    await page.locator('#words-reply').waitFor();
  };

  test('one key adds a sentence to the draft, the next press the next one, and nothing is sent', async () => {
    await look('leak');
    await page.getByRole('button', { name: 'Qui paie' }).waitFor();
    await page.keyboard.press('s');
    await expect.poll(draft).toMatch(PAYS);
    await page.locator('#words-reply').press('Escape');
    await page.keyboard.press('s');
    await page.locator('#words-reply').press('Escape');
    await page.keyboard.press('s');
    await expect.poll(draft).toMatch(PROOF);
    expect((await draft()).match(new RegExp(PAYS, 'g'))).toHaveLength(1);
    const entries = await desk.store.entries('leak', 0, 500);
    const sent = entries.filter((entry) => entry.kind === 'reply' && entry.by.kind === 'agent');
    expect(sent).toEqual([]);
  });

  test('a button adds to what was written, and the agent sends it', async () => {
    await look('leak');
    await page.locator('#words-reply').fill('Bonjour,');
    await page.getByRole('button', { name: 'Preuve' }).click();
    await expect.poll(draft).toMatch(/^Bonjour,\nVoici ce qui nous aide\./);
    await page.locator('#words-reply').press('Enter');
    await page.locator('.agent .bubble', { hasText: 'Voici ce qui nous aide.' }).waitFor();
  });

  test('nothing is offered where there is no request, and the key does nothing', async () => {
    await look('chat');
    await page.locator('.tenant .bubble', { hasText: 'un humain' }).waitFor();
    expect(await page.locator('.suggest').count()).toBe(0);
    await page.keyboard.press('s');
    expect(await draft()).toBe('');
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ])('it fits and has no accessibility fault at $width px', async (viewport) => {
    await page.setViewportSize(viewport);
    await look('leak');
    await page.getByRole('button', { name: 'Qui paie' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
  });
});
