import { useEffect, useState } from 'preact/hooks';
import { Line, Photos } from './bubble.tsx';
import type { Chat } from './chat.ts';
import type { Draft } from './outbox.ts';
import type { Language, Words } from './words.ts';

/** Something the tenant wrote that the server has not shown yet, with how far it got. */
export const DraftLine = (props: {
  readonly chat: Chat;
  readonly draft: Draft;
  readonly language: Language;
  readonly say: Words;
  readonly follows: boolean;
  readonly onEdit: (text: string) => void;
}) => {
  const { chat, draft, language, say, follows } = props;
  const urls = usePhotoUrls(chat, draft);
  const shown = draft.button?.shown ?? draft.text;
  const edit = () => {
    chat.drop(draft.id);
    props.onEdit(draft.text);
  };
  return (
    <Line {...{ language, say, follows }} author={{ kind: 'tenant' }} at={draft.at}>
      {shown !== '' && (
        <div class="bubble">
          <p class="words" dir="auto">
            {shown}
          </p>
        </div>
      )}
      <Photos urls={urls} say={say} />
      <p class={`fate ${draft.state}`}>{say(`state_${draft.state}`)}</p>
      {draft.state === 'refused' && (
        <p class="fate refused">
          {draft.why === undefined || draft.why === '' ? say('refused_help') : draft.why}{' '}
          <button type="button" class="quiet" onClick={edit}>
            {say('edit')}
          </button>
        </p>
      )}
    </Line>
  );
};

/** Addresses of the photos that wait with a draft, for as long as it is on screen. */
const usePhotoUrls = (chat: Chat, { id, photos }: Draft): readonly string[] => {
  const [urls, setUrls] = useState<readonly string[]>([]);
  useEffect(() => {
    let made: readonly string[] = [];
    let gone = false;
    const show = async () => {
      const blobs = photos > 0 ? await chat.draftPhotos(id) : [];
      if (gone) return;
      made = blobs.map((blob) => URL.createObjectURL(blob));
      setUrls(made);
    };
    void show();
    return () => {
      gone = true;
      made.forEach(URL.revokeObjectURL);
    };
  }, [id]);
  return urls;
};
