import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, openChat, type Tenant } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';
import { bomb, jpeg, noise, uploadTo } from './photo-files.ts';

let site: ChatSite;
let tenant: Tenant;
let added: string[];
beforeEach(async () => {
  added = [];
  site = await serveChat({ onPhoto: (id) => added.push(id) });
  tenant = await openChat(site);
  await tenant.until((all) => all.length === 1);
});
afterEach(() => site.close());

type Files = Parameters<typeof uploadTo>[2];
const upload = (files: Files, activity: unknown = {}) => uploadTo(site, tenant, files, activity);

const nothingKept = async () => {
  expect((await tenant.read()).activities).toHaveLength(1);
  expect(added).toEqual([]);
};

describe('what is no photo is refused with a kind sentence, and nothing is kept', () => {
  const text = (it: string) => Buffer.from(it);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, number, string]>([
    ['an SVG named .jpg', () => text(svg), 415, 'NotAPhoto'],
    ['an SVG with an XML head', () => text(`<?xml version="1.0"?>${svg}`), 415, 'NotAPhoto'],
    ['an HTML page', () => text('<!doctype html><script>alert(1)</script>'), 415, 'NotAPhoto'],
    ['a zip', () => text('PK\u0003\u0004zipzipzip'), 415, 'NotAPhoto'],
    ['a PDF', () => text('%PDF-1.7 ...'), 415, 'NotAPhoto'],
    ['nothing', () => new Uint8Array(), 415, 'NotAPhoto'],
    ['a HEIC', () => text('\0\0\0\x18ftypheic\0\0\0\0'), 415, 'NotAPhoto'],
    [
      'a JPEG that is cut',
      async () => (await noise(400, 300).jpeg().toBuffer()).subarray(0, 900),
      422,
      'PhotoUnreadable',
    ],
    [
      'a JPEG head on a page',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), text('<script>')]),
      422,
      'PhotoUnreadable',
    ],
    ['a bomb of 400 million pixels', bomb, 422, 'PhotoUnreadable'],
    ['11 MB', () => Buffer.alloc(11 * 1024 * 1024, 0xff), 413, 'PhotoTooLarge'],
    ['40 MB', () => Buffer.alloc(40 * 1024 * 1024, 0xff), 413, 'PhotoTooLarge'],
    ['80 MB', () => Buffer.alloc(80 * 1024 * 1024, 0xff), 413, 'PhotoTooLarge'],
  ])('%s', { timeout: 60_000 }, async (_, make, status, code) => {
    const failure = await failureOf(await upload([[await make(), 'photo.jpg', 'image/jpeg']]));
    expect(failure).toMatchObject({ status, code });
    await nothingKept();
  });

  it('one bad file among good ones refuses them all', async () => {
    const good = await jpeg();
    const files = [good, Buffer.from(svg), good].map((it) => [it, 'a.jpg', 'image/jpeg'] as const);
    expect((await upload(files)).status).toBe(415);
    await nothingKept();
  });

  it('six photos are one too many', async () => {
    const good = await jpeg();
    const files = Array.from({ length: 6 }, () => [good, 'a.jpg', 'image/jpeg'] as const);
    expect(await failureOf(await upload(files))).toMatchObject({
      status: 413,
      code: 'TooManyPhotos',
    });
    await nothingKept();
  });

  it('an activity that cannot be taken takes its photos with it', async () => {
    const files = [[await jpeg(), 'a.jpg', 'image/jpeg'] as const];
    expect((await upload(files, { type: 'invoke' })).status).toBe(400);
    expect((await upload(files, { from: { role: 'bot' } })).status).toBe(400);
    expect((await upload(files, { text: 'x'.repeat(5_000) })).status).toBe(413);
    await nothingKept();
  });

  it.each([
    ['application/json', '{"type":"message","text":"x"}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nrubbish'],
    ['multipart/form-data; boundary=x', '--x--\r\n'],
  ])('a body that is no form: %s', async (type, body) => {
    const answer = await fetch(`${site.base}/conversations/${tenant.conversationId}/upload`, {
      method: 'POST',
      headers: { ...tenant.auth, 'content-type': type },
      body,
    });
    expect((await failureOf(answer)).status).toBeLessThan(500);
    await nothingKept();
  });

  it('the reason is told in the language of the tenant', async () => {
    const files = [[Buffer.from(svg), 'a.jpg', 'image/jpeg'] as const];
    expect((await failureOf(await upload(files))).message).toContain('pas une photo');
    const english = await upload(files, { locale: 'en-GB' });
    expect((await failureOf(english)).message).toContain('not a photo');
  });

  it('a store that is down is a 5xx', async () => {
    site.faults.storeDown = true;
    const answer = await upload([[await jpeg(), 'a.jpg', 'image/jpeg']]);
    expect((await failureOf(answer)).status).toBeGreaterThanOrEqual(500);
  });
});
