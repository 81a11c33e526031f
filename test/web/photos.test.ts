import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { builtPages } from './built.ts';
import { openPanel, openWidget, reads, write } from './open-widget.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let browser: Browser;
let pages: string;
let server: StandIn;
let closers: (() => Promise<void>)[] = [];

const open = async () => {
  const widget = await openWidget(browser, server.url);
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

test('a photo taken offline survives a reload and leaves by itself', async () => {
  const { page, frame } = await open();
  server.faults.status = 503;
  server.cutStreams();
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  await frame
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await frame.locator('.tray img').waitFor();
  await write(frame, 'voici la fuite');
  await frame.locator('.tenant .photos img').waitFor();
  await page.reload();
  server.faults.status = undefined;
  const again = await openPanel(page);
  await again.locator('.tenant .photos img').waitFor();
  await reads(again, 'C’est noté');
  expect(server.conversations[0]?.photos[0]?.equals(photo)).toBe(true);
});

test('a heavy photo is made smaller before it travels', async () => {
  const { frame } = await open();
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const buffer = await sharp({
    create: { width: 2300, height: 1150, channels: 3, background: 'white', noise },
  })
    .jpeg({ quality: 98 })
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(2 * 1024 * 1024);
  await frame
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  await frame.locator('.tray img').waitFor();
  await frame.getByRole('button', { name: 'Envoyer' }).click();
  await vi.waitFor(() => expect(server.conversations[0]?.photos).toHaveLength(1), {
    timeout: 15_000,
  });
  const sent = await sharp(server.conversations[0]?.photos[0]).metadata();
  expect([sent.width, sent.height]).toEqual([2048, 1024]);
});
