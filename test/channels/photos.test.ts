import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChat, type Tenant } from './chat-client.ts';
import { type ChatSite, serveChat } from './chat-site.ts';
import { jpeg, picture, uploadTo } from './photo-files.ts';

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

describe('a photo', () => {
  it('is kept as new pixels, upright, without place or camera, and shown to its sender', async () => {
    const file = await picture(300, 200)
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: 'SECRET-CAMERA' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    expect((await sharp(file).metadata()).orientation).toBe(6);
    expect(file.includes('SECRET-CAMERA')).toBe(true);
    const answer = await upload([[file, 'fuite.jpg', 'image/jpeg']], {
      text: 'voilà',
      channelData: { clientActivityID: 'c-1' },
    });
    expect(answer.status).toBe(200);
    const { id } = await answer.json();
    const all = await tenant.until((list) => list.length === 3);
    const echo = all.find((one) => one.id === id);
    expect(echo).toMatchObject({ text: 'voilà', channelData: { clientActivityID: 'c-1' } });
    expect(all[2]?.text).toBe('Entendu : voilà (1)');
    const shown = await fetch(echo?.attachments?.[0]?.contentUrl ?? '');
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    const bytes = Buffer.from(await shown.arrayBuffer());
    const { width, height, exif, icc, xmp, format } = await sharp(bytes).metadata();
    expect({ width, height, exif, icc, xmp, format }).toEqual({
      width: 200,
      height: 300,
      format: 'jpeg',
    });
    expect(bytes.includes('SECRET-CAMERA')).toBe(false);
  });

  it('may be a PNG, a WebP, a GIF or an AVIF, whatever it calls itself', async () => {
    const files = [
      await picture(40, 30).png().toBuffer(),
      await picture(40, 30).webp().toBuffer(),
      await picture(40, 30).gif().toBuffer(),
      await picture(40, 30).avif().toBuffer(),
    ];
    const sent = files.map((file) => [file, 'x.bin', 'application/octet-stream'] as const);
    expect((await upload(sent)).status).toBe(200);
    const all = await tenant.until((list) => list.length === 3);
    expect(all[1]?.attachments?.map(({ contentType }) => contentType)).toEqual(
      Array(4).fill('image/jpeg'),
    );
  });

  it('that is large is made smaller', async () => {
    expect((await upload([[await jpeg(5000, 2500), 'a.jpg', 'image/jpeg']])).status).toBe(200);
    const all = await tenant.until((list) => list.length === 3);
    const shown = await fetch(all[1]?.attachments?.[0]?.contentUrl ?? '');
    const { width, height } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect([width, height]).toEqual([2048, 1024]);
  });

  it('sent again under the same name is one message with one photo', async () => {
    const file = await jpeg();
    const send = () =>
      upload([[file, 'a.jpg', 'image/jpeg']], { channelData: { clientActivityID: 'c' } });
    const [first, again] = await Promise.all([send(), send()]);
    expect(await again.json()).toEqual(await first.json());
    await tenant.until((list) => list.length === 3);
    expect(new Set(added).size).toBe(1);
  });

  it('can be fetched only with its own link, and not for ever', async () => {
    await upload([[await jpeg(), 'a.jpg', 'image/jpeg']]);
    const all = await tenant.until((list) => list.length === 3);
    const link = all[1]?.attachments?.[0]?.contentUrl ?? '';
    expect((await fetch(link)).status).toBe(200);
    const bad = [
      link.replace(/s=.*/, 's=x'),
      link.replace(/e=\d+/, 'e=9999999999999'),
      link.replace(/\?.*/, ''),
    ];
    for (const url of bad) expect((await fetch(url)).status).toBe(404);
    site.clock.setForward(25 * 3_600_000);
    expect((await fetch(link)).status).toBe(404);
  });
});
