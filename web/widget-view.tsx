import { useEffect, useRef, useState } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import type { Chat } from './chat.ts';
import { agentName } from './chat-state.ts';
import { Composer } from './composer.tsx';
import type { FrameHost } from './frame-host.ts';
import { Icon } from './icons.tsx';
import { Transcript } from './transcript.tsx';
import { type Words, wordsOf } from './words.ts';

type WidgetProps = { readonly chat: Chat; readonly host: FrameHost };

/** The whole widget. */
export const Widget = ({ chat, host }: WidgetProps) => {
  const language = chat.state.language.value;
  const say = wordsOf(language);
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const toBox = () => box.current?.focus();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = say('title');
  }, [language]);
  useShown(chat, host, toBox);
  useEffect(() => host.unseen(chat.state.unseen.value.length), [chat.state.unseen.value.length]);
  const edit = (draft: string) => {
    setText(draft);
    toBox();
  };
  return (
    <div class="widget">
      <Header chat={chat} host={host} say={say} />
      <Connection chat={chat} say={say} />
      <main>
        <Transcript {...{ chat, language, say }} onEdit={edit} onAnswered={toBox} />
        <Composer {...{ chat, say, text, box }} onText={setText} />
      </main>
      <Announcer chat={chat} say={say} />
    </div>
  );
};

/** On a phone the keyboard would cover the conversation: there the focus goes to the page itself. */
const useShown = (chat: Chat, host: FrameHost, toBox: () => void): void => {
  useEffect(() => {
    const land = () => {
      if (matchMedia('(pointer: coarse)').matches) document.querySelector('h1')?.focus();
      else toBox();
    };
    host.onShown((shown) => {
      chat.state.shown.value = shown;
      if (shown) land();
    });
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') host.close?.();
    });
    if (host.close !== undefined) land();
  }, []);
};

const Header = ({ chat, host, say }: WidgetProps & { readonly say: Words }) => {
  const name = agentName(chat.state);
  const status = name === undefined ? say('status_bot') : say('status_agent', { name });
  const other = chat.state.language.value === 'fr' ? 'en' : 'fr';
  return (
    <header>
      <span class={name === undefined ? 'badge' : 'badge human'}>
        <Icon name={name === undefined ? 'house' : 'person'} />
      </span>
      <div class="heading">
        <h1 tabIndex={-1}>{say('title')}</h1>
        <p>{status}</p>
      </div>
      <button type="button" class="bar" lang={other} onClick={() => chat.speak(other)}>
        {say('other_language')}
      </button>
      {host.close !== undefined && (
        <button type="button" class="bar" aria-label={say('close')} onClick={host.close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
};

const Connection = ({ chat, say }: { readonly chat: Chat; readonly say: Words }) => {
  const { connection, notice } = chat.state;
  const wasLost = useRef(false);
  useEffect(() => {
    const lost = connection.value === 'lost';
    if (lost) notice.value = say('lost');
    if (wasLost.current && connection.value === 'online') notice.value = say('back');
    wasLost.current = lost || (wasLost.current && connection.value !== 'online');
  }, [connection.value]);
  if (connection.value === 'online') return undefined;
  return <p class={`connection ${connection.value}`}>{say(connection.value)}</p>;
};
