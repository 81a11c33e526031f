import type { Desk } from './console-desk.ts';
import type { Words } from './console-words.ts';

/** Yes, with its verb, and no. */
export const Buttons = (props: {
  readonly desk: Desk;
  readonly say: Words;
  readonly word: string;
}) => (
  <p class="buttons">
    <button
      type="button"
      class="second"
      onClick={() => {
        props.desk.state.dialog.value = 'none';
      }}
    >
      {props.say('cancel')}
    </button>
    <button type="submit" class="main">
      {props.word}
    </button>
  </p>
);
