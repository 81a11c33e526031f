import type { WordKey } from './words.ts';

/** How the message box helps to answer one question. */
export type AskHint = {
  readonly inputMode: 'text' | 'tel' | 'numeric' | 'decimal';
  readonly autoComplete: string;
  readonly autoCapitalize: 'sentences' | 'characters';
  readonly placeholder: WordKey;
};

const PLAIN: AskHint = {
  inputMode: 'text',
  autoComplete: 'off',
  autoCapitalize: 'sentences',
  placeholder: 'message_hint',
};

const HINTS: Readonly<Record<string, Partial<AskHint>>> = {
  callback_phone: { inputMode: 'tel', autoComplete: 'tel', placeholder: 'hint_phone' },
  address: { autoComplete: 'street-address', placeholder: 'hint_address' },
  new_address: { autoComplete: 'street-address', placeholder: 'hint_address' },
  postcode: { inputMode: 'numeric', autoComplete: 'postal-code' },
  indoor_temperature: { inputMode: 'decimal' },
  number_of_people: { inputMode: 'numeric' },
  amount: { inputMode: 'decimal' },
  sms_code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  birth_date: { autoComplete: 'bday' },
  case_ref_or_identity: { autoCapitalize: 'characters' },
};

/** The help for the slot that was asked for; the plain box when nothing particular was. */
export const askHint = (slot: string | undefined): AskHint => ({
  ...PLAIN,
  ...(slot === undefined ? {} : HINTS[slot]),
});
