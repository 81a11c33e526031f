import type { Desk } from './console-desk.ts';
import type { Language, Words } from './console-words.ts';

const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'fr', name: 'Français' },
  { id: 'en', name: 'English' },
];

/** Chooses the language of the page; each language is named in its own words. */
export const LanguageSwitch = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => (
  <fieldset class="languages">
    <legend class="sr">{say('language')}</legend>
    {LANGUAGES.map(({ id, name }) => (
      <button
        key={id}
        type="button"
        lang={id}
        aria-pressed={desk.state.language.value === id}
        aria-label={`${id.toUpperCase()}, ${name}`}
        onClick={() => desk.speak(id)}
      >
        {id.toUpperCase()}
      </button>
    ))}
  </fieldset>
);
