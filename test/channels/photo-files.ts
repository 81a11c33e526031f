import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Tenant } from './chat-client.ts';
import type { ChatSite } from './chat-site.ts';

/** As the official clients build it: the activity is a part of its own, as a file. */
export const uploadTo = (
  { base }: Pick<ChatSite, 'base'>,
  tenant: Tenant,
  files: readonly (readonly [Uint8Array, string, string])[],
  activity: unknown,
) => {
  const body = new FormData();
  const type = 'application/vnd.microsoft.activity';
  const said = { type: 'message', locale: 'fr-FR', ...Object(activity) };
  body.append('activity', new Blob([JSON.stringify(said)], { type }), 'blob');
  for (const [bytes, name, as] of files) {
    body.append('file', new Blob([Uint8Array.from(bytes)], { type: as }), name);
  }
  return fetch(`${base}/conversations/${tenant.conversationId}/upload?userId=x`, {
    method: 'POST',
    headers: tenant.auth,
    body,
  });
};

/** A picture of one colour. */
export const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 90 } } });
/** A small photo. */
export const jpeg = (width = 80, height = 60) => picture(width, height).jpeg().toBuffer();
/** A picture that does not compress. */
export const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

/** 400 million pixels of one colour: they weigh 50 KB on the way and 400 MB when they are unpacked. */
export const bomb = (): Buffer => {
  const side = 20_000;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
