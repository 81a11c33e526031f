const PATHS = {
  send: 'M3.4 20.4 21 12 3.4 3.6l-.01 6.53L15 12 3.39 13.87z',
  photo:
    'M9 4 7.6 6H4a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-3.6L15 4zm3 4.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9m0 2a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  person: 'M12 3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9m0 11c4.4 0 8 2.2 8 5v2H4v-2c0-2.8 3.6-5 8-5',
  close:
    'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  down: 'm12 16.4-6.7-6.7 1.4-1.4 5.3 5.3 5.3-5.3 1.4 1.4z',
  warning: 'M12 2.5 1.5 21h21zM11 9.5h2v6h-2zm0 7.5h2v2h-2z',
  done: 'm9.5 17.2-5-5L6 10.7l3.5 3.5L18 5.8l1.5 1.5z',
  house: 'M12 3 3 10.5V21h6.5v-6h5v6H21V10.5z',
} as const;

/** A drawing that says nothing the words beside it do not say. */
export const Icon = ({ name }: { readonly name: keyof typeof PATHS }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill-rule="evenodd" />
  </svg>
);
