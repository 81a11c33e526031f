import { useState } from 'preact/hooks';
import { Buttons } from './console-buttons.tsx';
import type { Desk } from './console-desk.ts';
import { Field } from './console-field.tsx';
import type { WordKey, Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };
const ROLES = ['agent', 'supervisor', 'admin'] as const;

/** Adds a colleague: the link that comes back is theirs to choose a password with. */
export const Invite = ({ desk, say }: Props) => {
  const [link, setLink] = useState<string | undefined>(undefined);
  const [fault, setFault] = useState<WordKey | undefined>(undefined);
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = (name: string) => String(data.get(name) ?? '');
    const person = { name: read('name'), email: read('email'), role: read('role') };
    const result = await desk.invite(person);
    if (result.kind === 'ok') return setLink(`${location.origin}${result.body.link}`);
    const taken = result.kind === 'refused' && result.status === 409;
    setFault(taken ? 'fault_taken' : 'fault_form');
  };
  if (link !== undefined) return <Made desk={desk} say={say} link={link} />;
  return (
    <form onSubmit={submit}>
      {fault !== undefined && (
        <p class="told bad" role="alert">
          {say(fault)}
        </p>
      )}
      <Field name="name" label={say('their_name')} hint={say('your_name_hint')} />
      <Field name="email" type="email" label={say('email')} />
      <p class="field">
        <label for="role">{say('role')}</label>
        <select id="role" name="role">
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {say(`role_${role}`)}
            </option>
          ))}
        </select>
      </p>
      <Buttons desk={desk} say={say} word={say('invite_button')} />
    </form>
  );
};

const Made = ({ desk, say, link }: Props & { readonly link: string }) => (
  <div role="status">
    <p>{say('invite_made')}</p>
    <p class="field">
      <label for="invite-link">{say('invite_link')}</label>
      <input
        id="invite-link"
        readOnly
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </p>
    <p class="buttons">
      <button
        type="button"
        class="main"
        onClick={() => {
          desk.state.dialog.value = 'none';
        }}
      >
        {say('seen')}
      </button>
    </p>
  </div>
);
