import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { askHint } from './ask-hints.ts';
import type { Chat } from './chat.ts';
import { openQuestion } from './chat-state.ts';
import { Icon } from './icons.tsx';
import { AddPhoto, PhotoTray } from './photo-tray.tsx';
import { type PhotoChoice, usePhotos } from './use-photos.ts';
import type { Words } from './words.ts';

/** The longest text the server takes, characters. */
const MAX_TEXT = 4000;

/** From here on the box says how much room is left, characters. */
const NEARLY_FULL = 3800;

type ComposerProps = {
  readonly chat: Chat;
  readonly say: Words;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly box: RefObject<HTMLTextAreaElement | null>;
};

/** Where the tenant writes, adds photos and asks for a person. */
export const Composer = (props: ComposerProps) => {
  const { chat, say, text, onText } = props;
  const photos = usePhotos(say);
  const [tooLong, setTooLong] = useState('');
  const error = tooLong === '' ? photos.error : tooLong;
  const send = () => {
    const over = text.trim().length - MAX_TEXT;
    setTooLong(over > 0 ? say('too_long', { over }) : '');
    if (over > 0 || (text.trim() === '' && photos.list.length === 0)) return;
    void chat.send(text.trim(), photos.take());
    onText('');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  return (
    <form class="composer" onSubmit={submit}>
      <PhotoTray photos={photos} say={say} />
      <Problem error={error} text={text} say={say} />
      <div class="writing">
        <MessageBox {...props} invalid={error !== ''} onEnter={send} />
        <button type="submit" class="send" aria-label={say('send')}>
          <Icon name="send" />
        </button>
      </div>
      <Helpers chat={chat} say={say} photos={photos} />
    </form>
  );
};

const Problem = (props: { readonly error: string; readonly text: string; readonly say: Words }) => {
  const { error, text, say } = props;
  const left = MAX_TEXT - text.length;
  const room = text.length > NEARLY_FULL && left >= 0 ? say('characters_left', { left }) : '';
  return (
    <p id="composer-problem" class={error === '' ? 'room' : 'problem'}>
      {error === '' ? room : error}
    </p>
  );
};

const MessageBox = (
  props: ComposerProps & { readonly invalid: boolean; readonly onEnter: () => void },
) => {
  const { chat, say, text, onText, box } = props;
  const hint = askHint(openQuestion(chat.state)?.ask);
  useLayoutEffect(() => grow(box.current ?? undefined), [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    props.onEnter();
  };
  return (
    <>
      <label class="sr" for="message">
        {say('message_label')}
      </label>
      <textarea
        id="message"
        ref={box}
        rows={1}
        value={text}
        placeholder={say(hint.placeholder)}
        inputMode={hint.inputMode}
        autocomplete={hint.autoComplete}
        autocapitalize={hint.autoCapitalize}
        enterkeyhint="send"
        aria-describedby="composer-problem"
        aria-invalid={props.invalid}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </>
  );
};

const grow = (box: HTMLTextAreaElement | undefined): void => {
  if (box === undefined) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
};

const Helpers = (props: {
  readonly chat: Chat;
  readonly say: Words;
  readonly photos: PhotoChoice;
}) => {
  const { chat, say, photos } = props;
  const asked = chat.state.drafts.value.some(({ text }) => text === say('ask_person_said'));
  const askPerson = () => {
    if (!asked) void chat.send(say('ask_person_said'), []);
  };
  return (
    <div class="helpers">
      <AddPhoto photos={photos} say={say} />
      <button type="button" class="quiet" onClick={askPerson}>
        <Icon name="person" />
        {say('ask_person')}
      </button>
    </div>
  );
};
