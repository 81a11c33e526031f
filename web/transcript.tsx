import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { Bubble, Line } from './bubble.tsx';
import type { Chat } from './chat.ts';
import { openQuestion } from './chat-state.ts';
import { DraftLine } from './draft-line.tsx';
import { Icon } from './icons.tsx';
import { moveFocus } from './roving-focus.ts';
import { dayName, sameDay } from './times.ts';
import { useStickyEnd } from './use-sticky-end.ts';
import type { Action, Activity } from './wire.ts';
import { type Language, LOCALES, type Words } from './words.ts';

type TranscriptProps = {
  readonly chat: Chat;
  readonly language: Language;
  readonly say: Words;
  readonly onEdit: (text: string) => void;
  /** A button was pressed with the keyboard: the focus needs a new place. */
  readonly onAnswered: () => void;
};

/** The conversation. New messages never move the focus, nor the page of someone who reads further up. */
export const Transcript = (props: TranscriptProps) => {
  const { chat, say } = props;
  const { activities, past, typing } = chat.state;
  const log = useRef<HTMLDivElement>(null);
  const { toEnd, onScroll } = useStickyEnd(chat, log);
  return (
    <div class="transcript">
      <div
        ref={log}
        class="log"
        role="log"
        aria-live="off"
        aria-label={say('transcript')}
        aria-describedby="log-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={moveFocus}
      >
        <ol>
          <Lines {...props} list={past.value} />
          {past.value.length > 0 && <li class="notice">{say('renewed')}</li>}
          <Lines {...props} list={activities.value} />
          <Drafts {...props} />
        </ol>
        <Choices {...props} />
        {typing.value && <TypingDots say={say} />}
      </div>
      <p id="log-help" class="sr">
        {say('transcript_help')}
      </p>
      <NewMessages chat={chat} say={say} onClick={toEnd} />
    </div>
  );
};

const Lines = (props: TranscriptProps & { readonly list: readonly Activity[] }) => {
  const { list, language, say, chat } = props;
  const onCopied = () => {
    chat.state.notice.value = say('receipt_copied');
  };
  return (
    <>
      {list.map((activity, at) => {
        const before = list[at - 1];
        const newDay = before === undefined || !sameDay(before.at, activity.at);
        const follows = !newDay && sameAuthor(before, activity);
        return (
          <Fragment key={activity.id}>
            {newDay && <li class="day">{dayName(activity.at, Date.now(), language)}</li>}
            <Line {...{ language, say, follows }} author={activity.author} at={activity.at}>
              <Bubble {...{ activity, language, say, onCopied }} />
            </Line>
          </Fragment>
        );
      })}
    </>
  );
};

const sameAuthor = ({ author: one }: Activity, { author: other }: Activity): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'agent' || other.kind !== 'agent' || one.name === other.name);

const Drafts = (props: TranscriptProps) => {
  const { drafts, activities } = props.chat.state;
  const spoke = activities.value.at(-1)?.author.kind === 'tenant';
  return (
    <>
      {drafts.value.map((draft, at) => (
        <DraftLine key={draft.id} {...props} draft={draft} follows={spoke || at > 0} />
      ))}
    </>
  );
};

const Choices = ({ chat, say, onAnswered }: TranscriptProps) => {
  const actions = openQuestion(chat.state)?.actions ?? [];
  if (actions.length === 0) return undefined;
  const press = (action: Action, byKeyboard: boolean) => {
    void chat.press(action);
    if (byKeyboard) onAnswered();
  };
  return (
    <fieldset class="choices" aria-label={say('choices')}>
      {actions.map((action) => (
        <button
          type="button"
          key={action.title}
          onClick={(event) => press(action, event.detail === 0)}
        >
          {action.title}
        </button>
      ))}
    </fieldset>
  );
};

const TypingDots = ({ say }: { readonly say: Words }) => (
  <p class="typing">
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
    {say('typing')}
  </p>
);

const NewMessages = (props: {
  readonly chat: Chat;
  readonly say: Words;
  readonly onClick: () => void;
}) => {
  const { unseen, language } = props.chat.state;
  const count = unseen.value.length;
  if (count === 0) return undefined;
  const plural = new Intl.PluralRules(LOCALES[language.value]).select(count);
  return (
    <button type="button" class="new" onClick={props.onClick}>
      <Icon name="down" />
      {props.say(plural === 'one' ? 'new_one' : 'new_other', { count })}
    </button>
  );
};
