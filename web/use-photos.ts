import { useEffect, useRef, useState } from 'preact/hooks';
import { shrinkPhoto } from './photo-shrink.ts';
import type { Words } from './words.ts';

/** Photos in one message. */
const MAX_PHOTOS = 5;

/** A photo that will go with the next message, and the address of its preview. */
type Chosen = { readonly photo: Blob; readonly url: string };

/** The photos a tenant has chosen and not sent yet. */
export type PhotoChoice = {
  readonly list: readonly Chosen[];
  /** What was wrong with the last choice; empty when nothing was. */
  readonly error: string;
  readonly add: (files: readonly Blob[]) => Promise<void>;
  readonly remove: (chosen: Chosen) => void;
  /** Gives the photos away and starts with none. */
  readonly take: () => readonly Blob[];
};

/** Keeps the choice of photos of one message box. */
export const usePhotos = (say: Words): PhotoChoice => {
  const [list, setList] = useState<readonly Chosen[]>([]);
  const [error, setError] = useState('');
  const latest = useRef(list);
  latest.current = list;
  useEffect(() => () => release(latest.current), []);
  const add = async (files: readonly Blob[]) => {
    const room = MAX_PHOTOS - latest.current.length;
    setError(files.length > room ? say('photo_too_many') : '');
    for (const file of files.slice(0, room)) {
      const shrunk = await shrinkPhoto(file);
      if (shrunk.kind === 'photo') setList((before) => [...before, chosen(shrunk.photo)]);
      else setError(say(`photo_${shrunk.kind}`));
    }
  };
  const remove = (gone: Chosen) => {
    release([gone]);
    setList(list.filter((one) => one !== gone));
  };
  const take = () => {
    release(list);
    setList([]);
    setError('');
    return list.map(({ photo }) => photo);
  };
  return { list, error, add, remove, take };
};

const chosen = (photo: Blob): Chosen => ({ photo, url: URL.createObjectURL(photo) });

const release = (list: readonly Chosen[]): void => {
  for (const { url } of list) URL.revokeObjectURL(url);
};
