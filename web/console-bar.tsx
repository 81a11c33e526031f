import type { Desk } from './console-desk.ts';
import { Icon } from './console-icons.tsx';
import { LanguageSwitch } from './console-language.tsx';
import { WARN_BEFORE } from './console-presence.ts';
import { meOf } from './console-state.ts';
import { timeOf, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** The top of the page: where we are, how the line is, who we are. */
export const Bar = ({ desk, say }: Props) => {
  const { choices, dialog } = desk.state;
  const { sound } = choices.value;
  const me = meOf(desk.state);
  return (
    <header class="bar">
      <p class="brand">
        <span class="mark">
          <Icon name="house" />
        </span>
        <span class="brand-name">{say('brand')}</span>
      </p>
      <Line desk={desk} say={say} />
      <div class="tools">
        <button
          type="button"
          class="tool"
          aria-pressed={sound}
          aria-label={say('sound')}
          title={say('sound')}
          onClick={() => desk.choose({ ...choices.value, sound: !sound })}
        >
          <Icon name={sound ? 'bell' : 'mute'} />
        </button>
        <button
          type="button"
          class="tool"
          aria-label={say('help')}
          title={say('help')}
          onClick={() => {
            dialog.value = 'help';
          }}
        >
          <Icon name="help" />
        </button>
        {me?.agent.role === 'admin' && (
          <button
            type="button"
            class="tool"
            aria-label={say('invite')}
            title={say('invite')}
            onClick={() => {
              dialog.value = 'invite';
            }}
          >
            <Icon name="add" />
          </button>
        )}
        <LanguageSwitch desk={desk} say={say} />
        <a
          class="tool"
          href="#account"
          aria-label={say('page_account')}
          title={say('page_account')}
        >
          <Icon name="person" />
        </a>
        <span class="me">{me?.agent.name}</span>
        <button
          type="button"
          class="tool"
          aria-label={say('sign_out')}
          title={say('sign_out')}
          onClick={desk.signOut}
        >
          <Icon name="out" />
        </button>
      </div>
      <Ending desk={desk} say={say} />
      <Told desk={desk} say={say} />
    </header>
  );
};

const Line = ({ desk, say }: Props) => {
  const line = desk.state.line.value;
  return <p class={`line-state ${line}`}>{say(`line_${line}`)}</p>;
};

const Ending = ({ desk, say }: Props) => {
  const me = meOf(desk.state);
  const { now, language } = desk.state;
  if (me === undefined || me.expiresAt - now.value > WARN_BEFORE) return undefined;
  const time = timeOf(me.expiresAt, now.value, language.value);
  return (
    <p class="told warned over">
      {say('session_ends', { time })}{' '}
      <button type="button" class="plain" onClick={desk.stay}>
        {say('stay')}
      </button>
    </p>
  );
};

const Told = ({ desk, say }: Props) => {
  const { notice } = desk.state;
  const told = notice.value;
  if (told === undefined) return undefined;
  return (
    <p class={`told ${told.kind} over`}>
      {say(told.key, told.values)}{' '}
      <button
        type="button"
        class="plain"
        onClick={() => {
          notice.value = undefined;
        }}
      >
        {say('seen')}
      </button>
    </p>
  );
};
