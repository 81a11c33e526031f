import type { ComponentChildren } from 'preact';
import type { Desk } from './console-desk.ts';
import { Icon } from './console-icons.tsx';
import { moveText } from './console-moves.ts';
import type { Open, Pending } from './console-state.ts';
import type { Entry } from './console-wire.ts';
import { named, tenantName, timeOf, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };
type Kind<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

/** One line of the transcript. */
export const Line = (props: Props & { readonly open: Open; readonly entry: Entry }) => {
  const { desk, say, open, entry } = props;
  const { now, language } = desk.state;
  const time = timeOf(entry.at, now.value, language.value);
  switch (entry.kind) {
    case 'message':
      return <Message say={say} open={open} entry={entry} time={time} />;
    case 'reply':
      return <Reply say={say} entry={entry} time={time} />;
    case 'note':
      return (
        <Bubble
          kind="note"
          icon="note"
          who={say('note_by', { name: entry.agent.name })}
          time={time}
        >
          <p>{entry.text}</p>
        </Bubble>
      );
    case 'move':
      return (
        <li class="line system" tabindex={-1}>
          <p>
            {moveText(entry.move, say, language.value)} <time>{time}</time>
          </p>
        </li>
      );
    default:
      return entry satisfies never;
  }
};

const Bubble = (props: {
  readonly kind: string;
  readonly icon?: 'note' | 'robot' | 'person';
  readonly who: string;
  readonly time: string;
  readonly lang?: string;
  readonly children: ComponentChildren;
}) => (
  <li class={`line ${props.kind}`} tabindex={-1}>
    <p class="by">
      {props.icon !== undefined && <Icon name={props.icon} />}
      <span>{props.who}</span> <time>{props.time}</time>
    </p>
    <div class="bubble" lang={props.lang}>
      {props.children}
    </div>
  </li>
);

const Message = (props: { say: Words; open: Open; entry: Kind<'message'>; time: string }) => {
  const { say, open, entry, time } = props;
  const { text, photos } = entry.message;
  const who = tenantName(open.detail, say);
  return (
    <Bubble kind="tenant" who={who} time={time} lang={open.detail.speaks ?? open.detail.language}>
      {text !== '' && <p dir="auto">{text}</p>}
      {photos.map(({ id, width, height }, n) => (
        <a key={id} href={photoAddress(id)} target="_blank" rel="noopener" class="photo">
          <img
            src={photoAddress(id)}
            width={width}
            height={height}
            alt={say('photo', { n: n + 1 })}
            loading="lazy"
          />
        </a>
      ))}
    </Bubble>
  );
};

const photoAddress = (id: string): string => `/api/desk/photos/${encodeURIComponent(id)}`;

const Reply = ({ say, entry, time }: { say: Words; entry: Kind<'reply'>; time: string }) => {
  const { by, reply, delivery } = entry;
  const bot = by.kind === 'bot';
  const kind = bot ? 'bot' : 'agent';
  const choices = reply.choices ?? [];
  return (
    <Bubble
      kind={reply.safety === undefined ? kind : `${kind} safety`}
      icon={bot ? 'robot' : 'person'}
      who={bot ? say('bot') : by.agent.name}
      time={time}
      lang={reply.lang ?? reply.language}
    >
      {reply.safety !== undefined && <p class="safety-word">{say('safety')}</p>}
      <p dir="auto">{reply.text}</p>
      {choices.length > 0 && <p class="offered">{choices.map(({ title }) => title).join(' · ')}</p>}
      {delivery !== 'sent' && <p class={`fate ${delivery}`}>{named(say, 'delivery', delivery)}</p>}
    </Bubble>
  );
};

/** A text on its way: it says honestly how far it got. */
export const PendingLine = ({ desk, say, pending }: Props & { readonly pending: Pending }) => {
  const { command, state } = pending;
  if (command.type !== 'reply' && command.type !== 'note') return undefined;
  return (
    <li class={`line pending ${command.type === 'note' ? 'note' : 'agent'}`} tabindex={-1}>
      <p class="by">{say(`pending_${state}`)}</p>
      <div class="bubble">
        <p>{command.text}</p>
      </div>
      {state === 'failed' && (
        <p class="again">
          <button type="button" class="second" onClick={() => desk.outbox.retry(command.id)}>
            {say('retry')}
          </button>
          <button type="button" class="plain" onClick={() => desk.outbox.giveUp(command.id)}>
            {say('give_up')}
          </button>
        </p>
      )}
    </li>
  );
};
