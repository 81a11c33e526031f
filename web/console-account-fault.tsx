import type { Words } from './console-words.ts';

/** Says that a page could not be fetched, and fetches it again. */
export const Fault = ({ say, again }: { readonly say: Words; readonly again: () => void }) => (
  <p class="told warned" role="alert">
    {say('fault_network')}{' '}
    <button type="button" class="plain" onClick={again}>
      {say('retry')}
    </button>
  </p>
);
