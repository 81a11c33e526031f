import type { Message } from '../../bot/index.ts';

/** One thing a tenant does, and what it says of danger; without a message the chat is only opened. */
export type Act = {
  readonly name: string;
  readonly message?: Message;
  /** The danger it tells, there now. */
  readonly now?: string;
  /** The danger it may tell. */
  readonly doubt?: string;
  /** It is a clear no. */
  readonly no?: boolean;
  /** The request it begins. */
  readonly request?: string;
};

const PHOTO = { id: 'p', type: 'image/jpeg', bytes: 1, width: 1, height: 1 } as const;

const writing = (text: string): Act => ({ name: text, message: { text, photos: [] } });

/** Every way to tell one danger: said, doubted, written beside an old button, pressed where nobody offered it. */
export const tellings = (danger: string): readonly Act[] => [
  { ...writing(`danger:${danger}`), now: danger },
  { ...writing(`doubt:${danger}`), doubt: danger },
  {
    name: `danger:${danger} beside an old button`,
    message: { text: `danger:${danger}`, photos: [], choice: 'room=kitchen' },
    now: danger,
  },
  {
    name: `an old button for ${danger}`,
    message: { text: '', photos: [], choice: `intent:${danger}` },
    now: danger,
  },
];

/** A request, said so that nobody can mistake it. */
export const requesting = (request: string): Act => ({
  ...writing(`je voudrais bien wants:${request}`),
  request,
});

/** Every other class of answer. */
export const ANSWERS: readonly Act[] = [
  writing('oui'),
  { ...writing('non'), no: true },
  ...[
    'je ne sais pas',
    'bla bla bla',
    '12 rue des Tilleuls bâtiment A',
    'lang:es uno dos tres',
    'BCDFGH',
    'c’était une blague',
    'retour',
    'maybe:gas_smell',
    'wants:talk_to_human',
    'wants:cancel_restart',
    'wants:greet',
    'wants:change_language',
    'plus tard',
    '06 39 98 12 34',
    '00482137, né le 14/03/1984',
  ].map(writing),
  { ...writing(''), name: '(empty)' },
  { name: '(photo)', message: { text: '', photos: [PHOTO] } },
  { name: '(opened)' },
];
