import type { CallResult, Post } from './direct-line-calls.ts';
import type { Keep, PhotoKeep } from './keep.ts';
import { backoff, createPause, type Pause } from './pause.ts';
import { numberOf, objectOf, readJson, textOf } from './wire.ts';

/** What a tenant has written and the server may not have yet. */
export type Draft = {
  /** The clientActivityID: every try carries the same one. */
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly locale: string;
  /** The button that was pressed, when one was. */
  readonly button?: { readonly type: string; readonly value: unknown; readonly shown: string };
  readonly photos: number;
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused';
  /** Why the server will not take it, in its own words. */
  readonly why?: string;
};

/** Sends what a tenant wrote, in order, each thing once, as soon as there is a way. */
export type Outbox = {
  readonly drafts: () => readonly Draft[];
  readonly add: (draft: Draft, photos: readonly Blob[]) => Promise<void>;
  /** The server has shown this one: it needs no sending any more. */
  readonly echoed: (id: string) => void;
  readonly drop: (id: string) => void;
  /** Tries at once instead of later. */
  readonly wake: () => void;
  readonly photos: (id: string) => Promise<readonly Blob[]>;
};

/** What an outbox is made of. */
export type OutboxParts = {
  readonly keep: Keep;
  readonly photos: PhotoKeep;
  readonly post: (post: Post) => Promise<CallResult<string>>;
  readonly onChange: () => void;
  readonly random: () => number;
  readonly firstRetry: number;
  readonly longestRetry: number;
};

/** One name per draft, so that two tabs never write over each other. */
const PREFIX = 'loge.out.';

/** Takes up what an earlier visit left and sends it. */
export const createOutbox = (parts: OutboxParts): Outbox => new Queue(parts);

class Queue implements Outbox {
  private readonly parts: OutboxParts;
  private readonly pause: Pause = createPause();
  private list: readonly Draft[];
  private busy = false;

  constructor(parts: OutboxParts) {
    this.parts = parts;
    this.list = leftIn(parts.keep);
  }

  drafts(): readonly Draft[] {
    return this.list;
  }

  photos(id: string): Promise<readonly Blob[]> {
    return this.parts.photos.get(id);
  }

  async add(draft: Draft, photos: readonly Blob[]): Promise<void> {
    this.parts.keep.set(PREFIX + draft.id, JSON.stringify(draft));
    this.show([...this.list, draft]);
    if (photos.length > 0) await this.parts.photos.put(draft.id, photos);
    void this.send();
  }

  echoed(id: string): void {
    if (this.list.some((draft) => draft.id === id)) this.drop(id);
  }

  drop(id: string): void {
    this.forget(id);
    this.show(this.list.filter((draft) => draft.id !== id));
  }

  wake(): void {
    this.pause.cut();
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let failures = 0; ; ) {
      const next = this.list.find(({ state }) => state === 'waiting' || state === 'sending');
      if (next === undefined) break;
      const posted = await this.attempt(next);
      failures = posted.kind === 'later' || posted.kind === 'dead' ? failures + 1 : 0;
      if (failures > 0) await this.rest(failures, posted);
    }
    this.busy = false;
  }

  private async attempt(draft: Draft): Promise<CallResult<string>> {
    this.change(draft.id, { state: 'sending' });
    const photos = draft.photos > 0 ? await this.parts.photos.get(draft.id) : [];
    const posted = await this.carry(draft, photos);
    if (posted.kind === 'ok') this.settle(draft.id, { state: 'sent' });
    else if (posted.kind === 'refused')
      this.settle(draft.id, { state: 'refused', why: posted.why ?? '' });
    else this.change(draft.id, { state: 'waiting' });
    return posted;
  }

  /** A browser may have dropped the photos of an earlier visit: then the tenant is told. */
  private carry(draft: Draft, photos: readonly Blob[]): Promise<CallResult<string>> {
    if (photos.length < draft.photos) return Promise.resolve({ kind: 'refused', status: 0 });
    return this.parts.post({ activity: activityOf(draft), photos });
  }

  private rest(failures: number, posted: CallResult<string>): Promise<void> {
    const { firstRetry: first, longestRetry: longest, random } = this.parts;
    const asked = posted.kind === 'later' ? (posted.wait ?? 0) : 0;
    return this.pause.wait(Math.max(asked, backoff(failures, { first, longest, random })));
  }

  private settle(id: string, change: Partial<Draft>): void {
    this.forget(id);
    this.change(id, change);
  }

  private forget(id: string): void {
    this.parts.keep.remove(PREFIX + id);
    void this.parts.photos.remove(id);
  }

  private change(id: string, change: Partial<Draft>): void {
    this.show(this.list.map((draft) => (draft.id === id ? { ...draft, ...change } : draft)));
  }

  private show(drafts: readonly Draft[]): void {
    this.list = drafts;
    this.parts.onChange();
  }
}

/** The activity as the official web chat would send it. */
const activityOf = ({ id, at, text, locale, button }: Draft): Post['activity'] => {
  const said = { type: 'message', text, textFormat: 'plain', locale, from: { role: 'user' } };
  const localTimestamp = new Date(at).toISOString();
  const channelData = { clientActivityID: id };
  const activity = { ...said, localTimestamp, channelData };
  if (button === undefined || button.type === 'imBack') return activity;
  const mark =
    button.type === 'messageBack'
      ? { messageBack: { displayText: button.shown } }
      : { postBack: true };
  return { ...activity, value: button.value, channelData: { ...channelData, ...mark } };
};

const leftIn = (keep: Keep): readonly Draft[] =>
  keep
    .names()
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => readDraft(readJson(keep.get(name) ?? '')))
    .sort((a, b) => a.at - b.at);

const readDraft = (value: unknown): readonly Draft[] => {
  const id = textOf(value, 'id');
  const at = numberOf(value, 'at');
  if (id === undefined || at === undefined) return [];
  const photos = numberOf(value, 'photos') ?? 0;
  const locale = textOf(value, 'locale') ?? 'fr-FR';
  const draft = { id, at, text: textOf(value, 'text') ?? '', locale, photos } as const;
  return [{ ...draft, ...readButton(objectOf(value)['button']), state: 'waiting' }];
};

const readButton = (value: unknown): Pick<Draft, 'button'> => {
  const type = textOf(value, 'type');
  const shown = textOf(value, 'shown') ?? '';
  return type === undefined ? {} : { button: { type, shown, value: objectOf(value)['value'] } };
};
