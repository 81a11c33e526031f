import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { webChatBundle } from '../peers.ts';
import { batch } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';

const bundle = webChatBundle();

/** The shortest time after which the web chat gives a message up, and long enough for us to believe it, ms. */
const SEND_TIMEOUT = 11_000;

/** A landlord's page with the official web chat, as its documentation shows it. */
const PAGE = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><style>html,body,#chat{height:100%;margin:0}</style></head>
<body><div id="chat" role="main"></div><script src="/peers/${bundle}"></script>
<script>
  (async () => {
    const answer = await fetch('/v3/directline/tokens/generate', { method: 'POST' });
    const { token } = await answer.json();
    window.line = WebChat.createDirectLine({ token, domain: location.origin + '/v3/directline' });
    WebChat.renderWebChat(
      {
        directLine: window.line,
        locale: 'fr-FR',
        styleOptions: { sendTimeout: ${SEND_TIMEOUT}, sendTimeoutForAttachments: ${SEND_TIMEOUT} },
      },
      document.getElementById('chat'),
    );
  })();
</script></body></html>`;

describe.skipIf(bundle === undefined)(
  'the official Web Chat (skipped only when its bundle could not be fetched)',
  { timeout: 90_000 },
  () => {
    let browser: Browser;
    let site: ChatSite;
    let page: Page;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());
    beforeEach(async () => {
      site = await serveChat({ page: PAGE });
      page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 420, height: 720 } });
      page.setDefaultTimeout(30_000);
      await page.goto(`${site.url}/page`);
      await said('Bonjour, que se passe-t-il ?');
      await page.getByText('Connexion en cours').first().waitFor({ state: 'hidden' });
    });
    afterEach(async () => {
      await page.close();
      await site.close();
    });

    const said = (text: string) => bubbles(text).first().waitFor();
    const bubbles = (text: string) =>
      page.locator('.webchat__basic-transcript__activity-body').getByText(text, { exact: true });
    const write = async (text: string) => {
      await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
      await page.keyboard.press('Enter');
    };
    const failures = () => page.getByText(/chec de l.envoi/i).count();
    /** What the server holds, as another client of the same conversation reads it. */
    const kept = async () => {
      const conversationId: string = await page.evaluate('line.conversationId');
      const token: string = await page.evaluate('line.token');
      const answer = await fetch(`${site.base}/conversations/${conversationId}/activities`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return batch.parse(await answer.json()).activities;
    };

    it('speaks French, shows buttons and sends what they stand for', async () => {
      const buttons = page.getByRole('toolbar', { name: 'Actions suggérées' });
      await buttons.getByRole('button', { name: 'Une fuite' }).click();
      await said('Entendu : water_leak (0)');
      expect(await bubbles('Une fuite').count()).toBe(1);
      expect(await page.getByPlaceholder('Tapez votre message').count()).toBe(1);
      await write('il y a de l’eau partout');
      await said('Entendu : il y a de l’eau partout (0)');
      expect(await failures()).toBe(0);
      expect(await page.getByText('Envoi en cours').count()).toBe(0);
    });

    it('sends a photo and shows the one we keep', async () => {
      const buffer = await sharp({
        create: { width: 90, height: 60, channels: 3, background: 'teal' },
      })
        .png()
        .toBuffer();
      const chooser = page.waitForEvent('filechooser');
      await page
        .locator('.webchat__upload-button, [data-testid="send box upload button"]')
        .first()
        .click();
      await (await chooser).setFiles({ name: 'fuite.png', mimeType: 'image/png', buffer });
      // Until Web Chat has read the file, its button sends nothing.
      await page.locator('.webchat__attachment-icon--checked').waitFor();
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await said('Entendu : (1)');
      const image = page.locator(`img[src*="/v3/directline/photos/"]`);
      await image.waitFor();
      const width = await image.evaluate(async (it) => {
        if (!(it instanceof HTMLImageElement)) return undefined;
        await it.decode();
        return it.naturalWidth;
      });
      expect(width).toBe(90);
      expect(await failures()).toBe(0);
    });

    it('comes back after its stream is cut, without a word lost or said twice', async () => {
      site.cut();
      await write('pendant la coupure');
      await said('Entendu : pendant la coupure (0)');
      await write('après');
      await said('Entendu : après (0)');
      expect(await bubbles('pendant la coupure').count()).toBe(1);
      expect(await failures()).toBe(0);
    });

    it('a message it gives up and the tenant sends again is one message', async () => {
      site.mute();
      await write('fuite au plafond');
      await page.getByText(/Réessayez/).waitFor();
      await page.getByText(/Réessayez/).click();
      await expect.poll(() => page.getByText('Envoi en cours').count()).toBe(1);
      site.cut();
      await said('Entendu : fuite au plafond (0)');
      expect(await failures()).toBe(0);
      expect(await bubbles('fuite au plafond').count()).toBe(1);
      const mine = (await kept()).filter(({ text }) => text === 'fuite au plafond');
      expect(mine).toHaveLength(1);
    });

    it('the same word said at two moments is said twice', async () => {
      await write('oui');
      await said('Entendu : oui (0)');
      await write('oui');
      await expect.poll(() => bubbles('Entendu : oui (0)').count()).toBe(2);
      expect(await failures()).toBe(0);
    });
  },
);
