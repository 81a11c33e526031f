import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually } from '../eventually.ts';
import { enter, openConsole, type StartedConsole, startConsole } from './open-console.ts';
import { addAgent, CHIEF, type Client, signIn } from './started-desk.ts';

let browser: Browser;
let desk: StartedConsole;
let sophie: Client;
let page: Page;
let complaints: readonly string[];
let close: () => Promise<void>;

beforeAll(async () => {
  browser = await launchChromium();
  desk = await startConsole();
  const chief = await signIn(desk.url, CHIEF);
  const person = { name: 'Sophie', email: 'sophie@exemple.fr', role: 'agent' };
  sophie = await addAgent(desk, chief, person);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});
beforeEach(async () => {
  const opened = await openConsole(browser, desk.url);
  ({ page, complaints } = opened);
  close = () => opened.context.close();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await close();
});

const card = (id: string) => page.locator(`.card[href="#c=${id}"]`);
const look = async (id: string): Promise<void> => {
  await page.goto(`${desk.url}/console#c=${id}`);
  await page.locator('.pane-top').waitFor();
};
const entriesOf = async (id: string) => desk.store.entries(id, 0, 500);
const textsOf = async (id: string, kind: 'reply' | 'note'): Promise<readonly string[]> =>
  (await entriesOf(id)).flatMap((entry) => {
    if (entry.kind === 'note' && kind === 'note') return [entry.text];
    return entry.kind === 'reply' && kind === 'reply' && entry.by.kind === 'agent'
      ? [entry.reply.text]
      : [];
  });
const command = (id: string, body: object) =>
  sophie.call('POST', `/api/desk/conversations/${id}/commands`, body);

describe('signing in', () => {
  test('a wrong password is told kindly, the right one opens the queue, signing out closes it', async () => {
    await page.locator('input[name=email]').fill(CHIEF.email);
    await page.locator('input[name=password]').fill('pas le bon');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'ne convient pas' }).waitFor();
    await enter(page);
    await page.getByText('En direct').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  });

  test('an invited colleague chooses a password and is in', async () => {
    const chief = await signIn(desk.url, CHIEF);
    const person = { name: 'Karim', email: 'karim@exemple.fr', role: 'agent' };
    const { body } = await chief.call('POST', '/api/desk/accounts', person);
    const hash = JSON.stringify(body).match(/#link=[\w-]+/)?.[0] ?? '';
    await page.goto('about:blank');
    await page.goto(`${desk.url}/console${hash}`);
    await page.getByText('Karim, choisissez un mot de passe').waitFor();
    expect(page.url()).not.toContain('link=');
    await page.getByLabel('Choisissez un mot de passe').fill('une phrase de passe');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.locator('.me', { hasText: 'Karim' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${desk.url}/console${hash}`);
    await page.locator('.me', { hasText: 'Karim' }).waitFor();
  });
});

describe('at the desk', () => {
  beforeEach(() => enter(page));

  test('a tenant in danger appears at once: first, by word, in the title, said aloud once', async () => {
    await desk.write('calm', 'un humain');
    await card('calm').waitFor();
    await desk.write('gas', 'ça sent le gaz');
    await card('gas').getByText('Danger').waitFor();
    const first = page.locator('.cards .card').first();
    await eventually(async () => expect(await first.getAttribute('href')).toBe('#c=gas'));
    await eventually(async () => expect(await page.title()).toContain('⚠ Danger'));
    const aloud = page.locator('[aria-live=polite] p', { hasText: 'Danger' });
    await aloud.waitFor({ state: 'attached' });
    expect(await aloud.count()).toBe(1);
  });

  test('by keyboard alone: look, take, reply, note, close; the tenant never sees the note', async () => {
    await desk.write('keys', 'un humain');
    await card('keys').waitFor();
    await look('keys');
    await page.getByText('Attend une personne').waitFor();
    await page.keyboard.press('t');
    await page.getByText('C’est vous qui répondez').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Bonjour, je suis là. T K J');
    await page.keyboard.press('Enter');
    await page.locator('.agent .bubble', { hasText: 'Bonjour, je suis là. T K J' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.locator('#words-note').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('à rappeler');
    await page.keyboard.press('Enter');
    await page.locator('.note .bubble', { hasText: 'à rappeler' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).press('Enter');
    await page.getByText('Conversation fermée').waitFor();
    expect(await textsOf('keys', 'reply')).toEqual(['Bonjour, je suis là. T K J']);
    expect(await textsOf('keys', 'note')).toEqual(['à rappeler']);
  });

  test('looking is not taking', async () => {
    await desk.write('peek', 'un humain');
    await look('peek');
    await page.locator('.tenant .bubble', { hasText: 'un humain' }).waitFor();
    expect((await desk.store.conversation('peek'))?.holder.kind).toBe('queue');
  });

  test('#25 screen readers cannot read new messages (chatwoot#1940): what the tenant writes appears live, and is said aloud once', async () => {
    await desk.write('live', 'un humain');
    await look('live');
    await page.locator('.tenant .bubble', { hasText: 'un humain' }).waitFor();
    await desk.write('live', 'vous êtes là ?');
    await page.locator('.tenant .bubble', { hasText: 'vous êtes là ?' }).waitFor();
    const said = page.locator('[aria-live=polite] p', { hasText: 'écrit : vous êtes là ?' });
    await said.waitFor({ state: 'attached' });
    expect(await said.count()).toBe(1);
    expect(await page.locator('[aria-live=polite] p', { hasText: 'un humain' }).count()).toBe(0);
  });

  test('whoever loses the race sees who won and keeps the text', async () => {
    await desk.write('race', 'un humain');
    await look('race');
    await page.locator('#words-reply').fill('Ma longue réponse');
    // The page must not hear of it before it sends.
    await page.route(/stream|conversations[?]|after=/, (route) => route.abort());
    await command('race', { id: 'sophie-takes', type: 'take' });
    await page.locator('#words-reply').press('Enter');
    await page.getByText('Sophie a pris cette conversation').first().waitFor();
    await page.unrouteAll();
    await page.getByText('Sophie répond au locataire').waitFor();
    expect(await textsOf('race', 'reply')).toEqual([]);
    await command('race', { id: 'sophie-gives-back', type: 'transfer', note: 'à toi' });
    await page.reload();
    await page.locator('#words-reply').waitFor();
    expect(await page.locator('#words-reply').inputValue()).toBe('Ma longue réponse');
  });

  test('#21 weak connection, message sent twice (chatwoot#9314): a reply says so and arrives exactly once', async () => {
    await desk.write('line', 'un humain');
    await look('line');
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/commands', lose, { times: 1 });
    await page.locator('#words-reply').fill('Arrivée mais sans réponse');
    await page.locator('#words-reply').press('Enter');
    const again = await page.waitForResponse('**/commands');
    expect(again.status()).toBe(200);
    await page.locator('.agent .bubble').waitFor();
    await page.locator('.pending').waitFor({ state: 'detached' });
    expect(await page.locator('.agent .bubble').count()).toBe(1);
    expect(await textsOf('line', 'reply')).toEqual(['Arrivée mais sans réponse']);
  });

  test('#6 a message missed after a reconnect until refresh (chatwoot#14934): what came without a network is there when it is back', async () => {
    await desk.write('away', 'un humain');
    await look('away');
    await page.locator('.tenant .bubble').first().waitFor();
    await page.context().setOffline(true);
    await desk.write('away', 'pendant la panne');
    await page.context().setOffline(false);
    await page.locator('.tenant .bubble', { hasText: 'pendant la panne' }).waitFor();
  });

  test('a draft outlives a reload and the end of the session', async () => {
    await desk.write('draft', 'un humain');
    await look('draft');
    await page.locator('#words-reply').fill('à moitié écrit');
    const [cookie] = await page.context().cookies();
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    await fetch(`${desk.url}/api/desk/session`, { method: 'DELETE', headers });
    await page.getByText('Votre session est terminée').waitFor();
    await enter(page);
    await page.locator('#words-reply').waitFor();
    expect(await page.locator('#words-reply').inputValue()).toBe('à moitié écrit');
  });

  test('a transfer needs its note, and gives the conversation to a colleague', async () => {
    await desk.write('pass', 'un humain');
    await look('pass');
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.getByRole('button', { name: 'Transférer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('option', { name: 'Sophie' }).waitFor({ state: 'attached' });
    await dialog.getByLabel('À qui').selectOption({ label: 'Sophie' });
    await dialog.getByRole('button', { name: 'Transférer' }).click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel('Ce qu’il faut savoir').fill('bail à revoir');
    await dialog.getByRole('button', { name: 'Transférer' }).click();
    await page.locator('.held', { hasText: 'Sophie répond' }).waitFor();
    await page.getByText('l’a transférée à Sophie').waitFor();
  });

  test('single keys can be switched off, and stay off', async () => {
    await desk.write('quiet', 'un humain');
    await page.keyboard.press('?');
    await page.getByLabel('Raccourcis d’une touche activés').uncheck();
    await page.keyboard.press('Escape');
    await look('quiet');
    await page.reload();
    await page.getByText('Attend une personne').waitFor();
    await page.keyboard.press('t');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await desk.store.conversation('quiet'))?.holder.kind).toBe('queue');
  });

  test('on a phone there is one pane, and a way back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.write('phone', 'un humain');
    await card('phone').click();
    await page.locator('.transcript').waitFor();
    expect(await page.locator('.list-pane').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Retour à la liste' }).click();
    await card('phone').waitFor();
    expect(await page.locator('.transcript').isVisible()).toBe(false);
  });
});

describe('who is speaking', () => {
  const fact = () => page.locator('.row', { hasText: 'Qui parle' });

  test('is shown, vouched for and taken back, and the transcript tells it', async () => {
    await desk.write('who', 'un humain');
    await enter(page);
    await look('who');
    expect(await fact().textContent()).toContain('Personne ne s’est présenté');
    await fact().getByRole('button', { name: 'Je l’ai vérifié' }).click();
    await fact().getByText('Vérifié par').waitFor();
    await page.locator('.line.system', { hasText: 'a vérifié qui parle' }).waitFor();
    await fact().getByRole('button', { name: 'Retirer' }).click();
    await fact().getByText('Personne ne s’est présenté').waitFor();
  });

  test('is shown by a link of the agent, which counts once', async () => {
    await desk.write('link', 'un humain');
    await enter(page);
    await look('link');
    await fact().getByRole('button', { name: 'Envoyer un lien' }).click();
    const made = await page.getByLabel(/Lien à envoyer/).inputValue();
    const token = made.replace(`${desk.url}/verifier/`, '');
    expect(await desk.identityLinks.use(token)).toBe(true);
    await fact().getByText('Lien de').waitFor();
    expect(await desk.identityLinks.use(token)).toBe(false);
  });
});
