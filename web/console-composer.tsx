import { useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './console-desk.ts';
import type { Mode } from './console-drafts.ts';
import { Icon } from './console-icons.tsx';
import { isMine, type Open } from './console-state.ts';
import { Suggestions } from './console-suggest.tsx';
import { TakeOver } from './console-take-over.tsx';
import type { Holder } from './console-wire.ts';
import type { Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** The longest text that is sent in one go. */
const LONGEST = 4000;

/** Where agents write: to the tenant, or a note for colleagues that the tenant never sees. */
export const Composer = ({ desk, say, open }: Props & { readonly open: Open }) => {
  const { id, holder } = open.detail;
  const blocked = whyNoReply(desk, say, holder);
  const [wanted, setMode] = useState<Mode>('reply');
  return (
    <section class={`composer ${wanted}-mode`} aria-label={say('composer')}>
      <fieldset class="modes">
        <legend class="sr">{say('mode')}</legend>
        {(['reply', 'note'] as const).map((mode) => (
          <button
            key={mode}
            id={`mode-${mode}`}
            type="button"
            aria-pressed={wanted === mode}
            onClick={() => setMode(mode)}
          >
            {say(`mode_${mode}`)}{' '}
            <span class="key" aria-hidden="true">
              {mode === 'reply' ? 'R' : 'N'}
            </span>
          </button>
        ))}
      </fieldset>
      {wanted === 'reply' && blocked !== undefined ? (
        <p class="locked" role="status">
          {blocked} <TakeOver desk={desk} say={say} detail={open.detail} />
        </p>
      ) : (
        <>
          {wanted === 'reply' && <Suggestions desk={desk} say={say} open={open} />}
          <Box
            key={`${id}:${wanted}`}
            desk={desk}
            say={say}
            id={id}
            mode={wanted}
            holder={holder}
          />
        </>
      )}
    </section>
  );
};

const whyNoReply = (desk: Desk, say: Words, holder: Holder): string | undefined => {
  if (holder.kind === 'closed') return say('locked_closed');
  if (holder.kind !== 'agent' || isMine(desk.state, holder)) return undefined;
  return say('locked_by', { name: holder.agent.name });
};

const Box = (
  props: Props & { readonly id: string; readonly mode: Mode; readonly holder: Holder },
) => {
  const { desk, say, id, mode, holder } = props;
  const { box, typed, send } = useDraft(desk, id, mode);
  const hint = hintOf(say, mode, holder);
  return (
    <form
      class="box"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="sr" for={`words-${mode}`}>
        {say(`words_${mode}`)}
      </label>
      <textarea
        ref={box}
        id={`words-${mode}`}
        rows={2}
        maxLength={LONGEST}
        placeholder={say(`words_${mode}`)}
        aria-describedby="composer-hint"
        onInput={typed}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            send();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <button type="submit" class="main send">
        <Icon name={mode === 'reply' ? 'send' : 'note'} />
        <span>{say(`send_${mode}`)}</span>
      </button>
      <p class="hint" id="composer-hint">
        {hint}
      </p>
    </form>
  );
};

const hintOf = (say: Words, mode: Mode, holder: Holder): string => {
  if (mode === 'note') return say('hint_note');
  return holder.kind === 'agent' ? say('hint_reply') : say('hint_takes');
};

/** A text field that remembers what was written in this conversation. */
const useDraft = (desk: Desk, id: string, mode: Mode) => {
  const box = useRef<HTMLTextAreaElement>(null);
  const turn = desk.state.draftTurn.value;
  // The field is filled anew when a text comes back to it, not at every key.
  useEffect(() => {
    if (box.current !== null) box.current.value = desk.drafts.get(id, mode);
    if (box.current !== null) grow(box.current);
  }, [turn]);
  const typed = (): void => {
    if (box.current === null) return;
    desk.drafts.set(id, mode, box.current.value);
    grow(box.current);
  };
  const send = (): void => {
    const text = box.current?.value.trim() ?? '';
    if (text === '' || box.current === null) return;
    box.current.value = '';
    typed();
    desk.write(mode, text);
  };
  return { box, typed, send };
};

const grow = (box: HTMLTextAreaElement): void => {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
};
