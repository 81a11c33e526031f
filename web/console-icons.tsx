const PATHS = {
  house: 'M12 3 3 10.5V21h6.5v-6h5v6H21V10.5z',
  warning: 'M12 2.5 1.5 21h21zM11 9.5h2v6h-2zm0 7.5h2v2h-2z',
  clock:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20m0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m-1 3h2v5l3.5 2-1 1.8-4.5-2.7z',
  place:
    'M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13S5 14 5 9a7 7 0 0 1 7-7m0 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  back: 'm14.6 5 1.4 1.4L10.4 12l5.6 5.6-1.4 1.4-7-7z',
  bell: 'M12 2a6 6 0 0 1 6 6v5l2 3v1H4v-1l2-3V8a6 6 0 0 1 6-6m-2.5 17h5a2.5 2.5 0 0 1-5 0',
  mute: 'M12 2a6 6 0 0 1 6 6v5l1 1.5L6.6 5.4A6 6 0 0 1 12 2M6 9l10.9 8H4v-1l2-3zm3.5 10h5a2.5 2.5 0 0 1-5 0M3.3 2 22 18.7l-1.3 1.4L2 3.4z',
  out: 'M4 3h9v2H6v14h7v2H4zm12 4 5 5-5 5-1.4-1.4 2.6-2.6H9v-2h8.2l-2.6-2.6z',
  help: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20m0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m-1 11.5h2v2h-2zM12 6a3.6 3.6 0 0 1 3.6 3.6c0 2.3-2.6 2.6-2.6 4.4h-2c0-3 2.6-3 2.6-4.4a1.6 1.6 0 0 0-3.2 0h-2A3.6 3.6 0 0 1 12 6',
  add: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  robot:
    'M11 2h2v3h5a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h5zM9 9.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3m6 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M8 15v2h8v-2z',
  person: 'M12 3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9m0 11c4.4 0 8 2.2 8 5v2H4v-2c0-2.8 3.6-5 8-5',
  note: 'M4 3h16v12l-6 6H4zm9 15.5L17.5 14H13zM7 7v2h10V7zm0 4v2h5v-2z',
  move: 'm15 5 6 6-6 6-1.4-1.4 3.6-3.6H3v-2h14.2l-3.6-3.6z',
  done: 'm9.5 17.2-5-5L6 10.7l3.5 3.5L18 5.8l1.5 1.5z',
  send: 'M3.4 20.4 21 12 3.4 3.6l-.01 6.53L15 12 3.39 13.87z',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof PATHS;

/** A drawing that says nothing the words beside it do not say. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill-rule="evenodd" />
  </svg>
);
