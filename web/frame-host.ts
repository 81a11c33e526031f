import { objectOf } from './wire.ts';

/** The page the widget is shown in; the widget may also be a page of its own. */
export type FrameHost = {
  /** Closes the panel; undefined when there is no panel. */
  readonly close?: () => void;
  /** Tells how many messages were not seen. */
  readonly unseen: (count: number) => void;
  /** Calls back when the panel is opened or closed. */
  readonly onShown: (hear: (shown: boolean) => void) => void;
};

/** Talks to the landlord's page at exactly this origin; nothing but "close", a number and "shown" passes. */
export const createFrameHost = (page: Window, origin: string | undefined): FrameHost => {
  if (page.parent === page || origin === undefined)
    return { unseen: () => undefined, onShown: () => undefined };
  const tell = (message: Readonly<Record<string, unknown>>) =>
    page.parent.postMessage({ loge: message }, origin);
  return {
    close: () => tell({ close: true }),
    unseen: (count) => tell({ unseen: count }),
    onShown: (hear) =>
      page.addEventListener('message', (event) => {
        if (event.origin !== origin || event.source !== page.parent) return;
        const shown = objectOf(objectOf(event.data)['loge'])['shown'];
        if (typeof shown === 'boolean') hear(shown);
      }),
  };
};

/** The origin a text names; undefined when it names none. */
export const originOf = (text: string | undefined): string | undefined => {
  try {
    const { origin } = new URL(text ?? '');
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
};
