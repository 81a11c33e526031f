import type { Keep } from './keep.ts';

/** What an agent is writing: to the tenant, or to colleagues. */
export type Mode = 'reply' | 'note';

/** Texts that are not sent yet, by conversation and mode; they outlive a reload and a sign-out. */
export type Drafts = {
  readonly get: (conversation: string, mode: Mode) => string;
  readonly set: (conversation: string, mode: Mode, text: string) => void;
  /** Puts a text that could not be sent back before what has been written since. */
  readonly giveBack: (conversation: string, mode: Mode, text: string) => void;
};

/** Keeps drafts in the browser. */
export const createDrafts = (keep: Keep): Drafts => {
  const name = (conversation: string, mode: Mode): string => `desk-${mode}:${conversation}`;
  const get: Drafts['get'] = (conversation, mode) => keep.get(name(conversation, mode)) ?? '';
  const set: Drafts['set'] = (conversation, mode, text) => {
    if (text === '') keep.remove(name(conversation, mode));
    else keep.set(name(conversation, mode), text);
  };
  return {
    get,
    set,
    giveBack: (conversation, mode, text) => {
      const since = get(conversation, mode);
      set(conversation, mode, since === '' ? text : `${text}\n${since}`);
    },
  };
};
