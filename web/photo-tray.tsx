import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import type { PhotoChoice } from './use-photos.ts';
import type { Words } from './words.ts';

type PhotoProps = { readonly photos: PhotoChoice; readonly say: Words };

/** The chosen photos, each with a way to take it back. */
export const PhotoTray = ({ photos, say }: PhotoProps) =>
  photos.list.length === 0 ? undefined : (
    <ul class="tray">
      {photos.list.map((chosen, at) => (
        <li key={chosen.url}>
          <img src={chosen.url} alt="" />
          <button
            type="button"
            aria-label={say('photo_remove', { number: at + 1 })}
            onClick={() => photos.remove(chosen)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );

/** Adds a photo: from the camera or the gallery on a phone, from a file elsewhere. */
export const AddPhoto = ({ photos, say }: PhotoProps) => {
  const [open, setOpen] = useState(false);
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const start = () => {
    if (matchMedia('(pointer: coarse)').matches) setOpen(!open);
    else gallery.current?.click();
  };
  const pick = (input: HTMLInputElement | null) => {
    setOpen(false);
    input?.click();
  };
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-label={say('photo_add')}
        aria-expanded={open}
        onClick={start}
      >
        <Icon name="photo" />
        {say('photo')}
      </button>
      {open && (
        <div class="photo-menu">
          <button type="button" onClick={() => pick(camera.current)}>
            {say('photo_take')}
          </button>
          <button type="button" onClick={() => pick(gallery.current)}>
            {say('photo_choose')}
          </button>
        </div>
      )}
      <PhotoInput input={camera} photos={photos} camera={true} />
      <PhotoInput input={gallery} photos={photos} camera={false} />
    </>
  );
};

const PhotoInput = (props: {
  readonly input: { current: HTMLInputElement | null };
  readonly photos: PhotoChoice;
  readonly camera: boolean;
}) => (
  <input
    ref={props.input}
    type="file"
    accept="image/*"
    hidden
    multiple={!props.camera}
    {...(props.camera ? { capture: 'environment' } : {})}
    onChange={({ currentTarget }) => {
      void props.photos.add([...(currentTarget.files ?? [])]);
      currentTarget.value = '';
    }}
  />
);
