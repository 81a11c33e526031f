import { Buttons } from './console-buttons.tsx';
import type { Desk } from './console-desk.ts';
import type { Words } from './console-words.ts';

/** Gives a conversation back to the bot, with a word for whoever comes next. */
export const Release = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => {
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    const summary = String(new FormData(event.currentTarget).get('summary') ?? '').trim();
    desk.order({ type: 'release', ...(summary === '' ? {} : { summary }) });
  };
  return (
    <form method="dialog" onSubmit={submit}>
      <p class="field">
        <label for="release-summary">{say('release_note')}</label>
        <textarea id="release-summary" name="summary" rows={3} maxLength={4000} />
        <span class="hint">{say('release_hint')}</span>
      </p>
      <Buttons desk={desk} say={say} word={say('release')} />
    </form>
  );
};
