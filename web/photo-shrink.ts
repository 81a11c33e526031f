/** Photos at most this long on a side, pixels. */
const LONGEST = 2048;

/** Only photos heavier than this are made smaller, bytes. */
const HEAVY = 2 * 1024 * 1024;

/** The server takes no more than this, bytes. */
const LIMIT = 10 * 1024 * 1024;

const QUALITY = 0.85;

/** What became of a file a tenant chose. */
export type Shrunk =
  | { readonly kind: 'photo'; readonly photo: Blob }
  | { readonly kind: 'not_image' | 'too_big' };

/** Makes a photo small enough to travel from a phone; one the browser cannot read goes as it is. */
export const shrinkPhoto = async (file: Blob): Promise<Shrunk> => {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml' || file.size === 0)
    return { kind: 'not_image' };
  if (file.size <= HEAVY) return { kind: 'photo', photo: file };
  const photo = (await redrawn(file)) ?? file;
  return photo.size > LIMIT ? { kind: 'too_big' } : { kind: 'photo', photo };
};

const redrawn = async (file: Blob): Promise<Blob | undefined> => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY);
    });
  } catch {
    return undefined;
  }
};
