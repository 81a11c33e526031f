import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Buttons } from './console-buttons.tsx';
import { Correct } from './console-correct.tsx';
import type { Desk } from './console-desk.ts';
import { Invite } from './console-invite.tsx';
import { KEYS } from './console-keys.ts';
import { Release } from './console-release.tsx';
import { Snooze } from './console-snooze.tsx';
import { Transfer } from './console-transfer.tsx';
import type { WordKey, Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** The question on top of the page, if there is one. */
export const Dialogs = ({ desk, say }: Props) => {
  const { dialog } = desk.state;
  switch (dialog.value) {
    case 'none':
      return undefined;
    case 'help':
      return (
        <Modal desk={desk} title={say('help')}>
          <Help desk={desk} say={say} />
        </Modal>
      );
    case 'close':
      return (
        <Modal desk={desk} title={say('close_title')}>
          <CloseQuestion desk={desk} say={say} />
        </Modal>
      );
    case 'transfer':
      return (
        <Modal desk={desk} title={say('transfer_title')}>
          <Transfer desk={desk} say={say} />
        </Modal>
      );
    case 'snooze':
      return (
        <Modal desk={desk} title={say('snooze_title')}>
          <Snooze desk={desk} say={say} />
        </Modal>
      );
    case 'release':
      return (
        <Modal desk={desk} title={say('release_title')}>
          <Release desk={desk} say={say} />
        </Modal>
      );
    case 'invite':
      return (
        <Modal desk={desk} title={say('invite')}>
          <Invite desk={desk} say={say} />
        </Modal>
      );
    case 'correct':
      return (
        <Modal desk={desk} title={say('correct_title')}>
          <Correct desk={desk} say={say} />
        </Modal>
      );
    default:
      return dialog.value satisfies never;
  }
};

/** A dialog of the browser's own: it keeps the focus inside and gives it back. */
const Modal = (props: { desk: Desk; title: string; children: ComponentChildren }) => {
  const box = useRef<HTMLDialogElement>(null);
  const { dialog } = props.desk.state;
  useEffect(() => {
    box.current?.showModal();
    return () => box.current?.close();
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby="dialog-title"
      onClose={() => {
        dialog.value = 'none';
      }}
    >
      <h2 id="dialog-title">{props.title}</h2>
      {props.children}
    </dialog>
  );
};

const KEY_WORDS: Readonly<Record<(typeof KEYS)[number], WordKey>> = {
  j: 'key_j',
  k: 'key_k',
  t: 'take',
  r: 'mode_reply',
  s: 'key_s',
  n: 'mode_note',
  e: 'close',
  c: 'correct_open',
  '?': 'help',
};

const Help = ({ desk, say }: Props) => {
  const { choices, dialog } = desk.state;
  return (
    <form method="dialog">
      <table class="keys">
        <caption class="sr">{say('keys')}</caption>
        <tbody>
          {KEYS.map((key) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key.toUpperCase()}</kbd>
              </th>
              <td>{say(KEY_WORDS[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="check">
        <input
          id="keys-on"
          type="checkbox"
          checked={choices.value.keys}
          onChange={({ currentTarget }) =>
            desk.choose({ ...choices.value, keys: currentTarget.checked })
          }
        />
        <label for="keys-on">{say('keys_on')}</label>
      </p>
      <p class="buttons">
        <button
          type="submit"
          class="main"
          onClick={() => {
            dialog.value = 'none';
          }}
        >
          {say('seen')}
        </button>
      </p>
    </form>
  );
};

const CloseQuestion = ({ desk, say }: Props) => (
  <form
    method="dialog"
    onSubmit={() => {
      desk.order({ type: 'close' });
    }}
  >
    <p>{say('close_text')}</p>
    <Buttons desk={desk} say={say} word={say('close')} />
  </form>
);
