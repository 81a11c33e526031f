import { expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually } from '../eventually.ts';
import { CHIEF, startLoge } from '../start-loge.ts';
import { enter, openConsole, violations } from './open-console.ts';
import { openTenant } from './open-tenant.ts';

test('the whole program: a tenant asks for a person, an agent answers, gives back, Loge is back', async () => {
  const loge = await startLoge();
  const browser = await launchChromium();
  const { page, complaints } = await openConsole(browser, loge.url);
  await enter(page, CHIEF);
  const tenant = await openTenant(loge.url);
  await tenant.write('je veux parler à un humain');
  await page.locator('.card', { hasText: 'Demande une personne' }).first().click();
  await page.getByRole('button', { name: 'Prendre' }).click();
  await page.locator('#words-reply').fill('Bonjour, que puis-je faire ?');
  await page.locator('#words-reply').press('Enter');
  const heard = (text: string) =>
    eventually(async () => expect(await tenant.texts()).toContain(text));
  await heard('Bonjour, que puis-je faire ?');
  await tenant.write('ma chaudière est arrêtée');
  await page.locator('.tenant .bubble', { hasText: 'ma chaudière est arrêtée' }).waitFor();
  const before = await tenant.texts();
  expect(before.at(-1)).toBe('ma chaudière est arrêtée');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rendre à Loge' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rendre à Loge' }).click();
  await page.locator('.held', { hasText: 'Loge répond' }).waitFor();
  await eventually(async () =>
    expect((await tenant.texts()).length).toBeGreaterThan(before.length),
  );
  expect(complaints).toEqual([]);
  await browser.close();
  await loge.stop();
});
