import { useState } from 'preact/hooks';
import { Fault } from './console-account-fault.tsx';
import { useLoaded } from './console-account-loaded.ts';
import { Sessions } from './console-account-sessions.tsx';
import type { PersonLine } from './console-account-wire.ts';
import type { Desk } from './console-desk.ts';
import type { WordKey, Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };
type OfPerson = Props & { readonly person: PersonLine; readonly again: () => Promise<void> };
const ROLES = ['agent', 'supervisor', 'admin'] as const;

/** Everybody who has an account, with what an administrator can do for them. */
export const PeoplePage = ({ desk, say }: Props) => {
  const { body, failed, again } = useLoaded(desk.account.accounts);
  const invite = (): void => {
    desk.state.dialog.value = 'invite';
  };
  return (
    <>
      <p class="buttons start">
        <button type="button" class="second" onClick={invite}>
          {say('invite')}
        </button>
      </p>
      {failed && <Fault say={say} again={again} />}
      {body === undefined && !failed && <p class="soft">{say('loading')}</p>}
      <ul class="office-list">
        {body?.accounts.map((person) => (
          <li key={person.id}>
            <Person desk={desk} say={say} person={person} again={again} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Person = (props: OfPerson) => {
  const { desk, say, person } = props;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{person.name}</strong> <span class="chip">{say(`role_${person.role}`)}</span>{' '}
        {person.state !== 'open' && <span class="chip">{say(`state_${person.state}`)}</span>}
      </summary>
      {open && (
        <div class="office-inside">
          <p class="soft">{person.email}</p>
          <Rights {...props} />
          <h2>{say('sessions')}</h2>
          <Sessions desk={desk} say={say} load={() => desk.account.sessionsOf(person.id)} />
        </div>
      )}
    </details>
  );
};

const Rights = ({ desk, say, person, again }: OfPerson) => {
  const [told, setTold] = useState<WordKey | undefined>(undefined);
  const change = async (what: Parameters<Desk['account']['change']>[1]): Promise<void> => {
    const result = await desk.account.change(person.id, what);
    const last = result.kind === 'refused' && result.status === 409;
    if (result.kind === 'ok') setTold('person_changed');
    else setTold(last ? 'person_last' : 'fault_server');
    await again();
  };
  const reset = async (): Promise<void> => {
    const result = await desk.account.resetFactor(person.id);
    setTold(result.kind === 'ok' ? 'person_changed' : 'fault_server');
    await again();
  };
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    change({ role: String(new FormData(event.currentTarget).get('role')) });
  };
  const closed = person.state === 'closed';
  return (
    <>
      <p class="told" role="status" hidden={told === undefined}>
        {told !== undefined && say(told)}
      </p>
      <form class="office-line" onSubmit={submit}>
        <p class="field">
          <label for={`role-${person.id}`}>{say('role')}</label>
          <select id={`role-${person.id}`} name="role">
            {ROLES.map((role) => (
              <option key={role} value={role} selected={role === person.role}>
                {say(`role_${role}`)}
              </option>
            ))}
          </select>
        </p>
        <button type="submit" class="second">
          {say('role_change')}
        </button>
        <button type="button" class="second" onClick={() => change({ closed: !closed })}>
          {say(closed ? 'person_open' : 'person_close')}
        </button>
      </form>
      {person.factor && (
        <p class="buttons start">
          <button type="button" class="second" onClick={reset}>
            {say('factor_reset')}
          </button>
        </p>
      )}
      <p class="hint">{say('person_hint')}</p>
    </>
  );
};
