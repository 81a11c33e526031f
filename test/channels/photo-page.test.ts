import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bomb, jpeg } from './photo-files.ts';
import { LEARNING, type Shipped, shippedParts } from './shipped.ts';
import { openSmsHouse, type SmsHouse } from './sms-house.ts';

let loge: Shipped;
let house: SmsHouse;
let path: string;

const LEAK = "j'ai une fuite sous l'évier de la cuisine, 12 rue des Tilleuls bâtiment B";

beforeAll(async () => {
  loge = await shippedParts();
}, LEARNING);
beforeEach(async () => {
  house = await openSmsHouse(loge);
  for (const text of [LEAK, '1', '2']) await house.write(text);
  const receipt = (await house.write('2')).map(({ body }) => body).join('\n');
  path = /https:\/\/loge\.example\.fr(\/photo\/[\w-]+)/.exec(receipt)?.[1] ?? 'no link';
});
afterEach(() => house.close());

const get = (at = path, headers: Record<string, string> = {}) =>
  fetch(`${house.url}${at}`, { headers });

const send = async (file: Uint8Array | undefined, at = path) => {
  const body = new FormData();
  if (file !== undefined) body.append('photo', new Blob([Uint8Array.from(file)]), 'a.jpg');
  const response = await fetch(`${house.url}${at}`, { method: 'POST', body });
  await house.bot.drain();
  return { status: response.status, page: await response.text() };
};

const photos = async () => {
  const [thread] = await house.store.conversationsHeldBy('bot', 1);
  return (await house.store.entries(thread?.id ?? '', 0, 100)).flatMap((entry) =>
    entry.kind === 'message' ? entry.message.photos : [],
  );
};

describe('the page for a photo', () => {
  test('needs no script, is in the language of the browser, and leaks nothing', async () => {
    const response = await get(path, { 'accept-language': 'en' });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Send a photo');
    expect(page).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await (await get(`${path}?lang=fr`)).text()).toContain('Envoyer une photo');
  });

  test('takes one photo, once, and it joins the conversation', async () => {
    const before = house.standIn.carried().length;
    expect((await send(await jpeg())).page).toContain('Photo bien reçue');
    expect(await photos()).toHaveLength(1);
    const thanked = house.standIn.carried().slice(before);
    expect(thanked.map(({ body }) => body.split('.')[0])).toEqual(['Photo bien recue, merci']);
    const [photo] = await photos();
    expect(await house.store.photo(photo?.id ?? '')).toMatchObject({
      photo: { type: 'image/jpeg' },
    });
    const second = await send(await jpeg(90, 90));
    expect(second).toMatchObject({ status: 410, page: expect.stringContaining('a déjà servi') });
    expect((await get()).status).toBe(410);
    expect(await photos()).toHaveLength(1);
  });

  test('takes the same photo, posted twice at once, as one', async () => {
    const photo = await jpeg();
    const answers = await Promise.all([send(photo), send(photo)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await photos()).toHaveLength(1);
  });

  test('gives the next link with its thanks', async () => {
    const before = house.standIn.carried().length;
    await send(await jpeg());
    const [thanks] = house.standIn.carried().slice(before);
    const next = /https:\/\/loge\.example\.fr(\/photo\/[\w-]+)/.exec(thanks?.body ?? '')?.[1];
    expect(next).not.toBe(path);
    expect((await send(await jpeg(70, 70), next)).status).toBe(200);
    expect(await photos()).toHaveLength(2);
  });

  test('is over after a day', async () => {
    house.pass(24 * 3_600_000);
    const over = await send(await jpeg());
    expect(over).toMatchObject({ status: 410, page: expect.stringContaining('plus valable') });
    expect((await get()).status).toBe(410);
    expect(await photos()).toEqual([]);
  });

  test.each([
    ['nothing', undefined, 400, 'Choisissez'],
    ['an empty file', new Uint8Array(), 400, 'Choisissez'],
    ['no photo', new TextEncoder().encode('<svg onload=alert(1)>'), 415, 'pas une photo'],
    ['half a photo', new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]), 422, 'pas pu être lue'],
    ['a bomb', bomb(), 422, 'pas pu être lue'],
  ])('says kindly what is wrong with %s, and can be used again', async (_, file, status, said) => {
    const answer = await send(file);
    expect(answer).toMatchObject({ status, page: expect.stringContaining(said) });
    expect(answer.page).toContain('role="alert"');
    expect((await send(await jpeg())).status).toBe(200);
  });

  test('takes no form of another kind', async () => {
    const response = await fetch(`${house.url}${path}`, { method: 'POST', body: 'photo=1' });
    expect(response.status).toBe(415);
    expect((await get()).status).toBe(200);
  });

  test('is not there for a link that was not made here', async () => {
    const code = path.slice('/photo/'.length);
    const wrong = [
      `${code.slice(0, -1)}_`,
      code.slice(1),
      'x'.repeat(16),
      `${code}x`,
      '..%2f..',
      '%00',
    ];
    for (const one of wrong) {
      expect((await get(`/photo/${one}`)).status).toBe(404);
      expect((await send(await jpeg(), `/photo/${one}`)).status).toBe(404);
    }
    expect(await photos()).toEqual([]);
  });
});
