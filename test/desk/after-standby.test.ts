import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Bot, Inbound } from '../../bot/index.ts';
import { localBus } from '../../store/index.ts';
import { launchChromium } from '../chromium.ts';
import { enter, openConsole, type StartedConsole, startConsole } from './open-console.ts';
import { smallBot } from './small-bot.ts';

let browser: Browser;
let desk: StartedConsole;
/** Works on the same store, but its hints reach no page: as when a page slept through them. */
let unheard: Bot;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  desk = await startConsole();
  unheard = smallBot({ ...desk, bus: localBus() });
});
afterAll(async () => {
  await unheard.drain();
  await browser.close();
  await desk.stop();
});
beforeEach(async () => {
  ({ page } = await openConsole(browser, desk.url));
  await enter(page);
  await page.getByText('En direct').waitFor();
});

const write = async (id: string): Promise<void> => {
  const row: Inbound = {
    id: `web:${id}`,
    conversation: id,
    channel: 'webchat',
    external: id,
    person: { id: 'dl_1', name: 'Nadia' },
    at: Date.now(),
    content: { kind: 'message', message: { text: 'un humain', photos: [] } },
  };
  await unheard.accept(row);
  await unheard.drain();
};
const card = (id: string) => page.locator(`.card[href="#c=${id}"]`);

test('#7 new conversations do not appear after standby (chatwoot#3916): they are there as soon as the page is shown', async () => {
  await write('slept');
  expect(await card('slept').count()).toBe(0);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await card('slept').waitFor({ timeout: 10_000 });
});

test('#10 new chats do not show in the queue (RC#23642): without any hint they are there within the next round', async () => {
  await page.clock.install();
  await page.reload();
  await page.getByText('En direct').waitFor();
  await write('unheard');
  await page.clock.fastForward(31_000);
  await card('unheard').waitFor({ timeout: 10_000 });
});
