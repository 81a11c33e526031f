import { createHmac } from 'node:crypto';
import sharp from 'sharp';
import type { Photo } from '../bot/index.ts';
import { type Refusal, refused } from './web-chat-errors.ts';

/** The longest side of a kept photo, pixels. */
const LONGEST_SIDE = 2048;

/** More pixels than this are a bomb and no photo; the largest phone cameras stay below. */
const MOST_PIXELS = 120_000_000;

const QUALITY = 82;
const PATIENCE_SECONDS = 15;

/** A photo that is safe to keep: new pixels, no metadata, nothing of the file that was sent. */
export type CleanPhoto = {
  readonly kind: 'photo';
  readonly photo: Photo;
  readonly bytes: Uint8Array;
};

/**
 * Draws a photo anew, turned upright. What it is, is read from its first bytes and never from its name. Its id follows
 * from its pixels and from `owner`, so the same photo sent twice is kept once.
 */
export const cleanPhoto = async (
  file: Buffer,
  { owner, secret }: { readonly owner: string; readonly secret: string },
): Promise<CleanPhoto | Refusal> => {
  if (!FORMATS.some((starts) => starts(file))) return refused('NotAPhoto');
  try {
    const { data, info } = await redraw(file);
    const id = createHmac('sha256', `photo:${secret}`).update(owner).update(data).digest('hex');
    const { width, height } = info;
    const photo = { id, type: 'image/jpeg', bytes: data.byteLength, width, height } as const;
    return { kind: 'photo', photo, bytes: data };
  } catch {
    return refused('PhotoUnreadable');
  }
};

const redraw = (file: Buffer) =>
  sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });

const at = (file: Buffer, start: number, text: string): boolean =>
  file.toString('latin1', start, start + text.length) === text;

/** JPEG, PNG, WebP, GIF and AVIF. */
const FORMATS: readonly ((file: Buffer) => boolean)[] = [
  (file) => at(file, 0, '\xff\xd8\xff'),
  (file) => at(file, 0, '\x89PNG\r\n\x1a\n'),
  (file) => at(file, 0, 'RIFF') && at(file, 8, 'WEBP'),
  (file) => at(file, 0, 'GIF87a') || at(file, 0, 'GIF89a'),
  (file) => at(file, 4, 'ftypavif') || at(file, 4, 'ftypavis'),
];
