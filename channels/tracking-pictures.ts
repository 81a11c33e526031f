import sharp from 'sharp';
import type { Photo, Store } from '../bot/index.ts';

const PICTURE_WIDTH = 480;
const MOST_PICTURES = 5;

/** Small copies inside the page: no address at which somebody else could fetch them. */
export const picturesOf = async (
  store: Pick<Store, 'photo'>,
  photos: readonly Photo[],
): Promise<readonly string[]> => {
  const found = await Promise.all(photos.slice(0, MOST_PICTURES).map(({ id }) => store.photo(id)));
  const small = found.map(
    (kept) =>
      kept &&
      sharp(kept.bytes)
        .resize({ width: PICTURE_WIDTH, withoutEnlargement: true })
        .jpeg()
        .toBuffer(),
  );
  const pictures = await Promise.all(small);
  return pictures.flatMap((bytes) =>
    bytes === undefined ? [] : [`data:image/jpeg;base64,${bytes.toString('base64')}`],
  );
};
