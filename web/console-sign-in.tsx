import { useEffect, useState } from 'preact/hooks';
import { SecondFactor } from './console-account-factor.tsx';
import { OrganisationWay } from './console-account-organisation.tsx';
import type { Desk } from './console-desk.ts';
import { Field, type FieldProps } from './console-field.tsx';
import { Icon } from './console-icons.tsx';
import { LanguageSwitch } from './console-language.tsx';
import type { Notice } from './console-state.ts';
import type { LinkUse, Me } from './console-wire.ts';
import type { WordKey, Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** Where agents sign in. */
export const SignInPage = ({ desk, say, ended }: Props & { readonly ended: boolean }) => {
  const notice = atDoor(desk.state.notice.value);
  const [coded, setCoded] = useState(false);
  useEffect(() => {
    if (coded) document.getElementById('field-code')?.focus();
  }, [coded]);
  const send = async (read: (name: string) => string): Promise<WordKey | undefined> => {
    const fault = await desk.signIn(read('email'), read('password'), read('code'));
    if (fault === 'code_needed') setCoded(true);
    return fault;
  };
  return (
    <Door desk={desk} say={say} title={say('sign_in_title')}>
      {ended && (
        <p class="told warned" role="status">
          {say('session_ended')}
        </p>
      )}
      {notice !== undefined && (
        <p class="told warned" role="status">
          {say(notice.key, notice.values)}
        </p>
      )}
      <p class="soft">{say('sign_in_text')}</p>
      <DoorForm
        say={say}
        fields={[
          { name: 'email', type: 'email', label: say('email'), autocomplete: 'username' },
          {
            name: 'password',
            type: 'password',
            label: say('password'),
            autocomplete: 'current-password',
          },
          ...(coded ? [codeField(say)] : []),
        ]}
        button={say('sign_in')}
        send={send}
      />
      <OrganisationWay desk={desk} say={say} />
    </Door>
  );
};

/** What was said inside stays inside. */
const atDoor = (notice: Notice | undefined): Notice | undefined =>
  notice !== undefined && /^(link|organisation)_/.test(notice.key) ? notice : undefined;

const codeField = (say: Words): FieldProps => ({
  name: 'code',
  label: say('code'),
  hint: say('code_hint'),
  autocomplete: 'one-time-code',
});

/** Where somebody who must set a second factor does it, before anything else. */
export const FactorPage = ({ desk, say, me }: Props & { readonly me: Me }) => (
  <Door desk={desk} say={say} title={say('factor')}>
    <p>{say('factor_needed')}</p>
    <SecondFactor desk={desk} say={say} me={me} />
    <p class="buttons start">
      <button type="button" class="plain" onClick={desk.signOut}>
        {say('sign_out')}
      </button>
    </p>
  </Door>
);

/** Where somebody chooses a password with a one-time link. */
export const LinkPage = (props: Props & { readonly token: string; readonly use: LinkUse }) => {
  const { desk, say, token, use } = props;
  const first = use.kind === 'first';
  const who: readonly FieldProps[] = [
    { name: 'name', label: say('your_name'), hint: say('your_name_hint'), autocomplete: 'name' },
    { name: 'email', type: 'email', label: say('email'), autocomplete: 'username' },
  ];
  const password: FieldProps = {
    name: 'password',
    type: 'password',
    label: say('new_password'),
    hint: say('new_password_hint'),
    autocomplete: 'new-password',
    minLength: 12,
  };
  return (
    <Door desk={desk} say={say} title={say(first ? 'first_title' : 'invited_title')}>
      <p>{first ? say('first_text') : say('invited_text', { name: use.name, email: use.email })}</p>
      <DoorForm
        say={say}
        fields={first ? [...who, password] : [password]}
        button={say('link_button')}
        send={(read) =>
          desk.useLink({
            token,
            password: read('password'),
            ...(first ? { name: read('name'), email: read('email') } : {}),
          })
        }
      />
    </Door>
  );
};

/** A card at the door: the brand, a title, what is asked. */
export const Door = (props: Props & { readonly title: string; readonly children: unknown }) => (
  <main class="door">
    <div class="door-card">
      <p class="brand">
        <span class="mark">
          <Icon name="house" />
        </span>
        {props.say('brand')}
      </p>
      <h1>{props.title}</h1>
      {props.children}
    </div>
    <LanguageSwitch desk={props.desk} say={props.say} />
  </main>
);

const DoorForm = (props: {
  readonly say: Words;
  readonly fields: readonly FieldProps[];
  readonly button: string;
  readonly send: (read: (name: string) => string) => Promise<WordKey | undefined>;
}) => {
  const [fault, setFault] = useState<WordKey | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    const found = await props.send((name) => String(data.get(name) ?? ''));
    setBusy(false);
    setFault(found);
  };
  return (
    <form onSubmit={submit} aria-describedby={fault === undefined ? undefined : 'fault'}>
      {fault !== undefined && (
        <p class="told bad" id="fault" role="alert">
          {props.say(fault)}
        </p>
      )}
      {props.fields.map((field) => (
        <Field key={field.name} {...field} />
      ))}
      <button class="main wide" type="submit" disabled={busy}>
        {props.button}
      </button>
    </form>
  );
};
