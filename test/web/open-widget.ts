import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';

/** A tenant's browser with the widget open in the landlord's page. */
export type OpenWidget = {
  readonly page: Page;
  readonly frame: Frame;
  /** What the browser complained about: errors of code and of the content policy. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** A phone in a tenant's hand. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'fr-FR',
};

/** Opens the landlord's page and nothing more. */
export const openSite = async (browser: Browser, url: string, options: BrowserContextOptions) => {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
};

/** Clicks the landlord's own button and waits for the widget. */
export const openPanel = async (page: Page): Promise<Frame> => {
  await page.getByRole('link', { name: 'Signaler un problème' }).click();
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('the panel has no page');
  await frame.locator('.words').first().waitFor();
  return frame;
};

/** Opens the landlord's page and the widget on it. */
export const openWidget = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenWidget> => {
  const site = await openSite(browser, url, options);
  return { ...site, frame: await openPanel(site.page) };
};

/** Writes a message and sends it. */
export const write = async (frame: Frame, text: string): Promise<void> => {
  await frame.getByRole('textbox').fill(text);
  await frame.getByRole('textbox').press('Enter');
};

/** Waits until a message with this text stands in the transcript. */
export const reads = (frame: Frame, text: string): Promise<void> =>
  frame.locator('.words', { hasText: text }).last().waitFor();
