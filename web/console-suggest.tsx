import type { Desk } from './console-desk.ts';
import type { Open } from './console-state.ts';
import type { Suggestion } from './console-wire.ts';
import type { Words } from './console-words.ts';

/** What could be told to the tenant: it goes into the draft, where it can be changed before it is sent. */
export const Suggestions = (props: {
  readonly desk: Desk;
  readonly say: Words;
  readonly open: Open;
}) => {
  const { desk, say, open } = props;
  const { suggestions, language } = open.detail;
  if (suggestions.length === 0) return undefined;
  return (
    <fieldset class="suggest">
      <legend>
        {say('suggest')}{' '}
        <span class="key" aria-hidden="true">
          S
        </span>
      </legend>
      {suggestions.map((one) => (
        <button
          key={one.about}
          type="button"
          class="offer"
          title={one.text}
          lang={desk.state.language.value}
          onClick={() => insert(desk, one)}
        >
          {say(`suggest_${one.about}`)}
          <span class="sr" lang={language}>
            {' '}
            {one.text}
          </span>
        </button>
      ))}
    </fieldset>
  );
};

/** Puts the first suggestion that the draft does not hold yet into it; tells whether there was one. */
export const insertNext = (desk: Desk): boolean => {
  const detail = desk.state.open.value?.detail;
  if (detail === undefined) return false;
  const draft = desk.drafts.get(detail.id, 'reply');
  const next = detail.suggestions.find(({ text }) => !draft.includes(text));
  if (next !== undefined) insert(desk, next);
  return next !== undefined;
};

/** Adds a suggestion to the end of the reply that is being written. */
const insert = ({ state, drafts }: Desk, { text }: Suggestion): void => {
  const id = state.open.value?.detail.id;
  if (id === undefined) return;
  const draft = drafts.get(id, 'reply').trimEnd();
  if (!draft.includes(text)) drafts.set(id, 'reply', draft === '' ? text : `${draft}\n${text}`);
  state.draftTurn.value += 1;
  document.querySelector<HTMLElement>('#words-reply')?.focus();
};
